import AuditStore
import CredentialAudit
import Foundation

/// What each question costs the database, as a table in Markdown.
struct Table {
  let path: String
  let nights: Int
  let credentials: Int
  let filled: Filling.Outcome

  var text: String {
    get throws {
      let rows = try questions.map { name, milliseconds in
        "| \(name) | \(Self.tenths(milliseconds)) |"
      }
      return """
        \(nights) runs over \(credentials) credentials and \(credentials / 10) authorities; best of \
        seven, the file in the system's cache.

        | what the database does | ms |
        |---|---:|
        \(rows.joined(separator: "\n"))

        | the file | |
        |---|---:|
        | after the first run | \(mebibytes(filled.firstBytes)) |
        | after \(nights) runs | \(mebibytes(filled.lastBytes)) |
        | growth a run | \(growth / 1024) KiB |
        | growth a credential and run | \(growth / credentials) bytes |
        | recording a run, on the average | \(Self.tenths(filled.seconds / Double(nights) * 1000)) ms |
        \(try pruning.joined(separator: "\n"))
        """
    }
  }

  private var growth: Int { (filled.lastBytes - filled.firstBytes) / (nights - 1) }

  private var questions: [(String, Double)] {
    get throws {
      let store = try AuditStore(path: path)
      let last = Night(number: nights - 1, credentials: credentials).run()
      let middle = Night(number: nights / 2, credentials: credentials).run()
      let subject = SubjectName.credential(
        tenant: "tenant-0", application: "application-1", credential: "primary")
      return [
        (
          "audit: open the history and begin a run",
          try Self.bestClearing { number in
            let store = try AuditStore(path: path)
            let lock = try RunLock(database: path)
            let recorder = try store.begin(begun(number), holding: lock)
            return { try recorder.finish(at: Night.first, complete: false) }
          }
        ),
        (
          "audit: read every subject's last state",
          try Self.best { _ in _ = try store.ends() }
        ),
        ("history of one credential", try Self.best { _ in _ = try store.life(of: subject) }),
        ("history: find the subject among all", try Self.best { _ in _ = try store.subjects() }),
        (
          "diff of two nights",
          try Self.best { _ in
            let runs = try store.liveRuns(limit: 2)
            _ = try store.compare(runs[1], with: runs[0])
          }
        ),
        (
          "diff across half of the runs",
          try Self.best { _ in _ = try store.compare(middle, with: last) }
        ),
        (
          "expiring",
          try Self.best { _ in
            _ = ExpiryOutlook(try store.ends(), now: last.startedAt, within: Days(60))
          }
        ),
        (
          "report: read the whole run once", try Self.best { _ in try read(store.run(id: last.id)) }
        ),
        (
          "report: one tenant's part of it",
          try Self.best { _ in
            guard let run = try store.run(id: last.id) else { return }
            try read(PartialRun(of: run, scope: RunScope(tenants: ["tenant-7"])))
          }
        ),
      ]
    }
  }

  private var pruning: [String] {
    get throws {
      let store = try AuditStore(path: path)
      let clock = ContinuousClock()
      let begun = clock.now
      let end = Night(number: nights * 6 / 10, credentials: credentials).start
      let outcome = try store.prune(
        startedBefore: end, at: end, holding: RunLock(database: path))
      let seconds = (clock.now - begun) / .seconds(1)
      return [
        "| pruning the first \(nights * 6 / 10) runs | \(Self.tenths(seconds)) s |",
        "| after that | \(mebibytes(outcome.bytesAfter)) |",
      ]
    }
  }

  /// A run that is begun and ended without a look, before all others.
  private func begun(_ number: Int) -> AuditRun {
    AuditRun(
      id: "begun-\(number)", startedAt: Night.first - Double(number + 1), toolVersion: "0.1.0",
      inventoryPath: "none", inventorySHA256: "00", offline: true, scope: RunScope())
  }

  private func read(_ run: (some RunReader)?) throws {
    guard let run else { throw WrongArguments() }
    var findings = 0
    _ = (try run.notices(), try run.summary())
    try run.forEachAuthority { findings += $0.findings.count }
    try run.forEachCredential { findings += $0.findings.count }
    guard findings > 0 else { throw WrongArguments() }
  }

  private static let rounds = 7

  /// Milliseconds of the best round, after one that is not counted.
  private static func best(_ round: (Int) throws -> Void) throws -> Double {
    try bestClearing { number in
      try round(number)
      return {}
    }
  }

  /// The same, for rounds that leave something to clear away.
  private static func bestClearing(
    _ round: (Int) throws -> () throws -> Void
  ) throws -> Double {
    var best = Double.infinity
    for number in 0...rounds {
      let clock = ContinuousClock()
      let begun = clock.now
      let clear = try round(number)
      let milliseconds = (clock.now - begun) / .milliseconds(1)
      try clear()
      if number > 0 { best = min(best, milliseconds) }
    }
    return best
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func mebibytes(_ bytes: Int) -> String { "\(bytes / 1_048_576) MiB" }
}
