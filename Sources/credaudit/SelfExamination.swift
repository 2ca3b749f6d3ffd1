import CredentialAudit
import EntraIdentity
import Foundation

/// The auditor's look at itself: before the network is asked, beside the run, and by what the run's
/// own requests taught.
struct SelfExamination: Sendable {
  private let plan: AuditPlan
  private let network: NetworkConfiguration
  private let isOffline: Bool
  private let surroundings: Surroundings

  init(
    _ plan: AuditPlan, network: NetworkConfiguration, isOffline: Bool, surroundings: Surroundings
  ) {
    self.plan = plan
    self.network = network
    self.isOffline = isOffline
    self.surroundings = surroundings
  }

  /// So many hosts are looked at for who signed them: one cloud's tell the same.
  private static let signersSeen = 2

  /// What is known before anything is asked.
  func atStart(_ output: OutputOptions, openFiles: DescriptorBudget?) -> AuditorState {
    let machine = surroundings.machine
    let folder = (output.database as NSString).deletingLastPathComponent
    let held = ["", "-wal"].reduce(UInt64(0)) { sum, suffix in
      sum + UInt64(clamping: FileStatus(path: output.database + suffix)?.size ?? 0)
    }
    return AuditorState(
      machine: AuditorState.Machine(
        system: machine.system(), processors: machine.processors(),
        tool: "credaudit \(ToolVersion.text)"),
      way: AuditorState.Way(
        proxy: network.proxy.place, certificateFile: network.replacedRoots?.path,
        caBundle: network.additionalRoots.first?.path),
      store: AuditorState.Place(path: output.database, room: machine.room(folder), held: held),
      reports: AuditorState.Place(path: output.reports, room: machine.room(output.reports)),
      openFiles: openFiles,
      unasked: isOffline ? "the run is offline" : "nothing was asked yet")
  }

  /// Looks at the way to the services: whether names resolve, and who signed the clouds' login hosts.
  /// - Parameter auditor: What is known so far; what is seen is added to it.
  /// - Returns: What the reader of the run should know.
  func lookAround(_ auditor: inout AuditorState) async -> [RunNotice] {
    guard !isOffline, surroundings.interruption.status == nil else { return [] }
    let documents = PlannedDocuments(of: plan)
    async let names = resolverAnswers(documents.named)
    let inspection = await signers(documents.ofClouds.prefix(Self.signersSeen))
    auditor.names = await names
    auditor.tls = inspection.texts
    return inspection.notices
  }

  /// Adds what the run's requests taught.
  /// - Parameters:
  ///   - watch: What came of them.
  ///   - auditor: What is known so far.
  /// - Returns: What the reader of the run should know.
  func conclude(_ watch: NetworkWatch, _ auditor: inout AuditorState) -> [RunNotice] {
    guard !isOffline else { return [] }
    let clocks = ClockComparison(watch.clocks)
    auditor.clock = clocks.text
    return [clocks.notice, Reachability(watch.outcomes).notice].compactMap(\.self)
  }

  private func resolverAnswers(_ url: EndpointURL?) async -> NameService {
    guard let url else { return .notAsked("no name is needed") }
    guard network.proxyHost(for: url) == nil else { return .notAsked("the proxy resolves names") }
    let begun = surroundings.time.now
    let outcome = await surroundings.machine.resolve(url.host, network.connectTimeout)
    return .asked(
      outcome, took: .seconds(max(0, surroundings.time.now.timeIntervalSince(begun))))
  }

  private func signers(_ urls: some Collection<EndpointURL>) async -> TLSInspection {
    let look = TLSSignerLook(network, machine: surroundings.machine.roots)
    // At once: a host that does not answer takes the whole time to connect.
    let looks = await withTaskGroup(of: TLSInspection.Look.self) { group in
      for url in urls {
        group.addTask {
          do throws(TransportError) {
            let signer = try await look.look(at: url)
            return TLSInspection.Look(host: url.host, result: .success(signer))
          } catch {
            return TLSInspection.Look(host: url.host, result: .failure(error))
          }
        }
      }
      return await group.reduce(into: [:]) { $0[$1.host] = $1 }
    }
    return TLSInspection(urls.compactMap { looks[$0.host] })
  }
}
