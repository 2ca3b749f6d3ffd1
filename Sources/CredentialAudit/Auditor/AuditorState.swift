import EntraIdentity

/// What the auditor itself looks like, as far as it is known at some moment of a run: a verdict is
/// only as good as the place that it is given from.
package struct AuditorState: Sendable {
  /// A place where a run keeps something.
  package struct Place: Sendable {
    package let path: String
    /// Nil where the system did not tell.
    package let room: DiskRoom?
    /// How many bytes what is kept there has already.
    package let held: UInt64

    package init(path: String, room: DiskRoom?, held: UInt64 = 0) {
      self.path = path
      self.room = room
      self.held = held
    }
  }

  /// How requests leave this machine.
  package struct Way: Sendable {
    package let proxy: String
    package let certificateFile: String?
    package let caBundle: String?

    package init(proxy: String, certificateFile: String?, caBundle: String?) {
      self.proxy = proxy
      self.certificateFile = certificateFile
      self.caBundle = caBundle
    }
  }

  /// The machine and the process, which do not change meanwhile.
  package struct Machine: Sendable {
    package let system: String
    package let processors: Int
    package let tool: String

    package init(system: String, processors: Int, tool: String) {
      self.system = system
      self.processors = processors
      self.tool = tool
    }
  }

  private let machine: Machine
  private let way: Way
  private let store: Place
  private let reports: Place
  private let openFiles: DescriptorBudget?
  package var clock: String
  package var names: NameService
  package var tls: [String]

  /// What is known before the network is asked.
  /// - Parameters:
  ///   - machine: The machine and the process.
  ///   - way: How requests leave it.
  ///   - store: Where the database is.
  ///   - reports: Where reports go.
  ///   - openFiles: How many may be open; nil where it does not matter.
  ///   - unasked: Why nothing is known of the network yet.
  package init(
    machine: Machine, way: Way, store: Place, reports: Place, openFiles: DescriptorBudget?,
    unasked: String
  ) {
    self.machine = machine
    self.way = way
    self.store = store
    self.reports = reports
    self.openFiles = openFiles
    clock = "not compared: \(unasked)"
    names = .notAsked(unasked)
    tls = ["not seen: \(unasked)"]
  }

  /// The block of every report, what may be wrong first.
  package var evidence: Evidence {
    var evidence: Evidence = [
      "clock": clock, "dns": names.text, "proxy": way.proxy,
    ]
    for text in tls { evidence.add("tls", text) }
    evidence.add("ssl_cert_file", way.certificateFile?.cleaned(maximum: 300))
    evidence.add("ca_bundle", way.caBundle?.cleaned(maximum: 300))
    evidence.add("store", store.path.cleaned(maximum: 300))
    evidence.add("store_room", store.room?.text ?? "not seen")
    evidence.add("reports", reports.path.cleaned(maximum: 300))
    evidence.add("reports_room", reports.room?.text ?? "not seen")
    evidence.add("open_files", openFiles.map { String($0.limit) })
    evidence.add("requests_in_flight", openFiles.map { String($0.bounded.concurrency) })
    evidence.add("processors", String(machine.processors))
    evidence.add("system", machine.system.cleaned(maximum: 120))
    evidence.add("tool", machine.tool)
    return evidence
  }

  /// What is wrong with it before anything is asked.
  package var notices: [RunNotice] {
    [
      store.room?.notice(of: "the database", besides: store.held),
      reports.room?.notice(of: "the folder of the reports"), openFiles?.notice,
    ].compactMap(\.self)
  }
}
