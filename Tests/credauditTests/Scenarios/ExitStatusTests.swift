import AuditStore
import CredentialAudit
import EntraSimulator
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import credaudit

/// How runs end, for scripts.
@Suite struct ExitStatusTests {
  private static let both = Contoso.inventory(
    "name: primary, secret: { env: SECRET }, expires: 2026-11-20",
    "name: missing, secret: { env: NOWHERE }, expires: 2027-06-30")

  @Test(
    "The worst that was asked for decides, and what is unknown is never green",
    arguments: [
      (Contoso.inventory(), "critical", ExitStatus.clean),
      (both, "critical", .findings), (both, "warning", .findings), (both, "never", .unknown),
      (Contoso.inventory("name: primary, secret: { env: SECRET }"), "critical", .clean),
      (Contoso.inventory("name: primary, secret: { env: SECRET }"), "warning", .findings),
      (Contoso.inventory("name: primary, secret: { env: SECRET }"), "never", .clean),
    ])
  func failOn(_ inventory: String, _ threshold: String, _ status: ExitStatus) async throws {
    var scenario = Scenario()
    scenario.inventory = inventory
    try await scenario.perform { stage in
      let run = try await stage.audit("--fail-on", threshold)
      #expect(run.status == status)
      #expect(run.report?.run.complete == true)
      // The same out of the database, where that is asked for.
      #expect(try await stage.run(["report", "--fail-on", threshold]).status == status)
      #expect(try await stage.run(["report"]).status == .clean)
    }
  }

  @Test(
    "A run that is incomplete is never green, whatever it found",
    arguments: [
      (Verdict.pass, true, ExitStatus.clean), (.pass, false, .unknown),
      (.critical, false, .findings),
    ])
  func incomplete(_ verdict: Verdict, _ isComplete: Bool, _ status: ExitStatus) throws {
    let run = AuditRun(
      id: "r", startedAt: Contoso.today, toolVersion: "0.1.0", inventoryPath: "inventory.yaml",
      inventorySHA256: "", complete: isComplete, offline: false, scope: RunScope())
    let finding = Finding(check: .authorityURL, verdict: verdict, code: "ok", summary: "")
    let authority = AuthorityRecord(
      tenant: "contoso", authority: Contoso.authority, kind: nil, cloud: nil, tenantID: nil,
      findings: [finding])
    let stored = MemoryRun(run: run, authorities: [authority])
    #expect(try ExitStatus.of(stored, failOn: .critical) == status)
  }

  @Test(
    "A command line that is wrong ends with 2 before anything is done",
    arguments: [
      ["audit", "--fail-on", "sometimes"], ["audit", "--nonsense"], ["audit", "--formats", "pdf"],
      ["audit", "--formats", ","],
      ["audit", "--tenant", "nobody"], ["audit", "--owner", "nobody"],
      ["report", "--fail-on", "sometimes"],
      ["report", "--as-of", "yesterday"], ["report", "--run", "x", "--as-of", "2026-11-18"],
      ["explain"], ["authority"], ["authority", "--kind", "kerberos", "https://a.example"],
      [
        "authority", "--kind", "oidc", "--trusted-host", "https://keys.example",
        "https://a.example",
      ],
      ["authority", "--trusted-host", "keys.example", "https://a.example"],
      ["authority", "--tenant-id", "contoso", "https://a.example"],
      ["perform"], ["explain", "no-such-code"],
    ])
  func usage(_ arguments: [String]) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run(arguments)
      #expect(run.status == .usage)
      #expect(run.error.hasPrefix("credaudit: error: "))
      #expect(run.output == "")
      #expect(run.connects.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: stage.database))
    }
  }

  @Test("Help and version are no errors", arguments: ["--help", "--version", "audit --help"])
  func help(_ line: String) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run(line.split(separator: " ").map(String.init))
      #expect(run.status == .clean)
      #expect(run.error == "" && !run.output.isEmpty)
    }
  }

  @Test("A run whose lock another holds ends with 75 and asks nothing")
  func locked() async throws {
    try await Scenario().perform { stage in
      var lock: RunLock? = try RunLock(database: stage.database)
      let run = try await stage.audit()
      #expect(lock != nil)
      #expect(run.status == .locked)
      #expect(run.status.rawValue == 75)
      #expect(run.error.contains("credaudit: hint: "))
      #expect(run.connects.isEmpty)
      lock = nil
      let later = try await stage.audit()
      #expect(later.status == .clean)
    }
  }

  @Test("A database that is none ends with 4, and is left as it is")
  func damagedDatabase() async throws {
    let garbage = String(repeating: "this is somebody's letter and no database\n", count: 200)
    try await Scenario().perform { stage in
      try stage.write(.secret(garbage), to: "out/credaudit.sqlite")
      let run = try await stage.audit()
      #expect(run.status == .failure)
      #expect(run.error.hasPrefix("credaudit: error: "))
      #expect(run.connects.isEmpty)
      #expect(run.report == nil)
      #expect(try stage.text(of: "out/credaudit.sqlite") == garbage)
    }
  }

  @Test(
    "A signal keeps what was found, and the run says that it is incomplete",
    arguments: [ExitStatus.terminated, .interrupted])
  func signal(_ status: ExitStatus) async throws {
    var scenario = Scenario()
    let names = ["primary", "b", "c", "d", "e", "f"]
    scenario.inventory =
      Contoso.inventory(network: "concurrency: 1")
      + names.dropFirst().map {
        "          - { name: \($0), secret: { env: SECRET }, expires: 2027-06-30 }\n"
      }.joined()
    try await scenario.perform { stage in
      let interruption = stage.interruption
      let requests = Countdown(6)
      // The sixth request is the fourth credential's.
      stage.onRequest { if requests.reachesZero() { interruption.receive(status) } }
      let run = try await stage.audit()
      #expect(run.status == status)
      #expect(run.status.rawValue == (status == .terminated ? 143 : 130))
      #expect(run.report?.run.complete == false)
      let seen = run.report?.credentials.map(\.credential) ?? []
      #expect(seen.contains("primary") && !seen.contains("f"))
      // What was under way when the signal came was not looked at: it is no finding of its own.
      #expect(run.report?.allFindings.contains { $0.code == "cancelled" } == false)
      #expect(run.found(.credentialAcquisition) == ["pass ok"])
      #expect(run.output.contains("INCOMPLETE"))
      #expect(try stage.text(of: "out/report.html").contains("Incomplete"))
    }
  }

  @Test(
    "A place that nothing can be kept at ends with 4 before anything is asked",
    arguments: [("--reports", "hint: "), ("--database", "--database")])
  func noPlace(_ option: String, _ says: String) async throws {
    try await Scenario().perform { stage in
      // A file stands where a folder would have to be.
      let run = try await stage.audit(option, stage.inventory + "/below")
      #expect(run.status == .failure)
      #expect(run.error.hasPrefix("credaudit: error: ") && run.error.contains(says))
      #expect(run.connects.isEmpty && run.output == "")
    }
  }

  @Test("A run whose reports cannot be written ends with 4, and still says what it found")
  func noReports() async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Contoso.wrong
    try await scenario.perform { stage in
      try FileManager.default.createDirectory(
        atPath: stage.reports + "/report.html", withIntermediateDirectories: false)
      let run = try await stage.audit()
      #expect(run.status == .failure)
      #expect(run.error.contains("report.html") && run.error.contains("hint: "))
      #expect(run.output.contains("AADSTS7000215"))
      #expect(!run.output.contains("report.json"))
      #expect(try AuditStore(path: stage.database).newestRun()?.run.complete == true)
    }
  }

  @Test("A signal while the first authority is asked leaves nothing that was seen, and says so")
  func signalAtFirst() async throws {
    try await Scenario().perform { stage in
      let interruption = stage.interruption
      let requests = Countdown(1)
      stage.onRequest { if requests.reachesZero() { interruption.receive(.interrupted) } }
      let run = try await stage.audit()
      #expect(run.status == .interrupted)
      #expect(run.report?.run.complete == false)
      #expect(run.report?.authorities.isEmpty == true && run.report?.credentials.isEmpty == true)
      #expect(run.output.contains("INCOMPLETE") && !run.output.contains("Nothing is wrong"))
    }
  }

  @Test("A signal ends a command that a secret is read by, and nothing is asked any more")
  func signalWhileReading() async throws {
    try await Scenario().perform { stage in
      let mark = stage.folder + "/out/mark"
      let script = "sleep 5; echo > \(mark)"
      try stage.write(
        .open(
          Contoso.inventory("name: primary, secret: { command: [/bin/sh, -c, '\(script)'] }")),
        to: "in/inventory.yaml")
      stage.interruption.receive(.terminated)
      let run = try await stage.audit()
      #expect(run.status == .terminated)
      #expect(run.report?.run.complete == false)
      #expect(run.report?.credentials.isEmpty == true)
      #expect(run.connects.isEmpty)
      // Had it been waited for, it would have left its mark.
      #expect(!FileManager.default.fileExists(atPath: mark))
    }
  }

  @Test("A run that was killed is closed as incomplete by the next")
  func killed() async throws {
    try await Scenario().perform { stage in
      let killed = AuditRun(
        id: UUID().uuidString.lowercased(), startedAt: Contoso.days(-1), toolVersion: "0.1.0",
        inventoryPath: stage.inventory, inventorySHA256: String(repeating: "0", count: 64),
        offline: false, scope: RunScope())
      do {
        let lock = try RunLock(database: stage.database)
        _ = try AuditStore(path: stage.database).begin(killed, holding: lock)
      }
      let run = try await stage.audit()
      #expect(run.status == .clean)
      let stored = try AuditStore(path: stage.database).runs(limit: 5)
      #expect(stored.map(\.complete) == [true, false])
      #expect(stored.last?.id == killed.id)
      let old = try await stage.run(["report", "--run", killed.id])
      #expect(old.report?.run.complete == false)
    }
  }
}

/// Tells once when it was asked so many times.
private final class Countdown: Sendable {
  private let left: Mutex<Int>

  init(_ count: Int) { left = Mutex(count) }

  func reachesZero() -> Bool {
    left.withLock {
      $0 -= 1
      return $0 == 0
    }
  }
}
