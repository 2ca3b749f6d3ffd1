import AuditStore
import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// `history`: the life of one subject.
@Suite struct HistoryCommandTests {
  private static let nights: Scenario = {
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.files = ["s.txt": .secret(Contoso.secret)]
    scenario.inventory = Contoso.inventory(
      application: "owner: billing@contoso.example",
      "name: primary, secret: { file: s.txt }, expires: 2027-06-30",
      "name: signing, secret: { file: s.txt }, expires: 2027-06-30")
    return scenario
  }()

  /// Seven nights: it passes, is refused, is mended, gets another end, is lost, and found again.
  private static func live(on stage: Stage) async throws {
    func night(_ days: Double = 1) async throws {
      _ = try await stage.audit()
      stage.time.advance(by: .seconds(86_400 * days))
    }
    try await night(40)
    try stage.write(.secret(Contoso.wrong), to: "in/s.txt")
    try await night()
    try await night()
    try stage.write(.secret(Contoso.secret), to: "in/s.txt")
    let inventory = try stage.text(of: "in/inventory.yaml")
    try await night(10)
    try stage.write(
      .open(inventory.replacing("2027-06-30", with: "2027-12-31")), to: "in/inventory.yaml")
    try await night()
    try FileManager.default.removeItem(atPath: stage.folder + "/in/s.txt")
    try await night(0.25)
    try stage.write(.secret(Contoso.secret), to: "in/s.txt")
    try await night(3)
  }

  @Test(
    "A life is told as a person would: when, what it was for how long before, and what happened")
  func story() async throws {
    try await Self.nights.perform { stage in
      try await Self.live(on: stage)
      let run = try await stage.run(["history", "contoso/billing/primary"])
      #expect(run.status == .clean && run.error == "")
      let lines = run.output.split(separator: "\n").map(String.init)
      #expect(lines.first == "contoso/billing/primary")
      for fact in [
        "now +pass since 2027-01-10 17:07 \\(3 days\\)", "credential +secret, file .*s.txt",
        "end +2027-12-31: 352 days left, says the inventory", "owner +billing@contoso.example",
        "first seen +2026-11-18 11:06",
      ] {
        let pattern = try Regex("^\(fact)")
        #expect(lines.contains { $0.contains(pattern) }, "\(fact)")
      }
      let start = try #require(lines.firstIndex { $0.hasPrefix("when ") })
      let told = lines[(start + 1)...].map { $0.replacing(#/ {2,}/#, with: " | ") }
      #expect(
        told == [
          "2026-11-18 11:06 | first seen, pass",
          "2026-12-28 11:06 | pass for 40 days | refused with AADSTS7000215",
          "2026-12-30 11:07 | critical AADSTS7000215 for 2 days | recovered",
          "2027-01-09 11:07 | pass for 10 days | rotated, pass: end 2027-06-30 → 2027-12-31",
          "2027-01-10 11:07 | pass for 11 days | could not be looked at: file-not-found",
          "2027-01-10 17:07 | unknown file-not-found for 6 hours | recovered",
        ])
    }
  }

  @Test("What is wrong now is told with its sentence, and when it last passed")
  func wrong() async throws {
    try await Self.nights.perform { stage in
      _ = try await stage.audit()
      try stage.write(.secret(Contoso.wrong), to: "in/s.txt")
      stage.time.advance(by: .seconds(86_400))
      _ = try await stage.audit()
      let run = try await stage.run(["history", "contoso/billing/signing"])
      #expect(run.output.contains(/now +critical AADSTS7000215 since 2026-11-19 11:06/))
      #expect(run.output.contains(/last passed +2026-11-18 11:06/))
      let state = try #require(
        try AuditStore(path: stage.database).life(
          of: .credential(tenant: "contoso", application: "billing", credential: "signing"))?.state)
      #expect(run.output.contains(try #require(state.summary).prefix(40)))
    }
  }

  @Test("For programs there is one object with its changes, or one row for each of them")
  func programs() async throws {
    try await Self.nights.perform { stage in
      try await Self.live(on: stage)
      let json = try await stage.run(["history", "contoso/billing/primary", "--format", "json"])
      let life = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(life["subject"] as? String == "contoso/billing/primary")
      #expect(life["verdict"] as? String == "pass" && life["offline"] as? Bool == false)
      #expect(life["days_left"] as? Int == 352 && life["gone_at"] is NSNull)
      #expect(life["since"] as? String == "2027-01-10T17:07:12Z")
      let changes = try #require(life["changes"] as? [[String: Any]])
      #expect(
        changes.map { $0["change"] as? String }
          == ["first_seen", "worse", "recovered", "rotated", "worse", "recovered"])
      #expect(changes[0]["old_verdict"] is NSNull)
      #expect(changes[1]["old_since"] as? String == "2026-11-18T11:06:40Z")
      #expect(changes[3]["old_expires_at"] as? String == "2027-06-30T23:59:59Z")
      let csv = try await stage.run(["history", "contoso/billing/primary", "--format", "csv"])
      let rows = csv.output.split(separator: "\r\n")
      #expect(rows.count == 7 && rows[0].hasPrefix("subject,at,run,change,old_verdict,"))
    }
  }

  @Test("An authority has a life too")
  func authority() async throws {
    try await Scenario().perform { stage in
      _ = try await stage.audit()
      let run = try await stage.run(["history", "contoso"])
      #expect(run.status == .clean)
      #expect(run.output.contains(Contoso.authority) && !run.output.contains("end  "))
    }
  }

  @Test("A rotation from one long path to another moves no other line of a life apart")
  func longRotation() async throws {
    let folder = String(repeating: "a-long-name/", count: 8)
    try await Self.nights.perform { stage in
      try FileManager.default.createDirectory(
        atPath: stage.folder + "/in/" + folder, withIntermediateDirectories: true)
      _ = try await stage.audit()
      try stage.write(.secret(Contoso.secret), to: "in/\(folder)s.txt")
      let inventory = try stage.text(of: "in/inventory.yaml")
      try stage.write(
        .open(inventory.replacing("file: s.txt", with: "file: \(folder)s.txt")),
        to: "in/inventory.yaml")
      stage.time.advance(by: .seconds(86_400))
      _ = try await stage.audit()
      try stage.write(.secret(Contoso.wrong), to: "in/\(folder)s.txt")
      stage.time.advance(by: .seconds(86_400))
      _ = try await stage.audit()
      let run = try await stage.run(["history", "contoso/billing/primary"])
      let lines = run.output.split(separator: "\n")
      #expect(lines.contains { $0.contains("rotated, pass: source file") && $0.count > 150 })
      #expect(try #require(lines.last).contains("refused with") && lines.last?.count ?? 999 < 80)
    }
  }

  static let misspelt: [(String, String)] = [
    ("contso", "did you mean contoso?"),
    ("Contoso/billing/primary", "did you mean contoso/billing/primary?"),
    ("contoso/biling/primry", "did you mean contoso/billing/primary?"),
    ("contoso/billing", "name one: contoso/billing/primary, contoso/billing/signing"),
    ("contoso/payroll-of-the-south/primary", "'contoso' has billing"),
    ("contoso/billing/third-party-partner", "'contoso/billing' has primary, signing"),
    ("something else", "it has contoso"), ("", "it has contoso"), ("/", "it has contoso"),
    ("contoso/billing/primary/", "write tenant for its authority"),
    ("contoso/", "'contoso' has billing"), ("\u{1B}[31mx\n", "it has contoso"),
  ]

  @Test("A subject that nobody has met is told, with what there is", arguments: misspelt)
  func unknown(_ subject: String, _ hint: String) async throws {
    try await Self.nights.perform { stage in
      _ = try await stage.audit("--offline")
      let run = try await stage.run(["history", subject])
      #expect(run.status == .usage && run.output == "")
      #expect(run.error.contains("hint: \(hint)"), "\(run.error)")
      #expect(!run.error.contains("\u{1B}"))
    }
  }

  @Test("An application stands for its only credential")
  func onlyCredential() async throws {
    try await Scenario().perform { stage in
      _ = try await stage.audit("--offline")
      let run = try await stage.run(["history", "contoso/billing"])
      #expect(run.output.hasPrefix("contoso/billing/primary\n"))
      #expect(run.output.contains("no run has asked the network about it"))
    }
  }

  @Test("What was never looked at has no verdict")
  func neverLookedAt() async throws {
    try await Scenario().perform { stage in
      try StoredNights(database: stage.database).record("a", day: 0, .skipped)
      let run = try await stage.run(["history", "contoso/billing/primary"])
      #expect(run.output.contains(/now +never looked at/))
      let json = try await stage.run(["history", "contoso/billing", "--format", "json"])
      #expect(json.output.contains("\"verdict\": null") && json.output.contains("\"changes\": []"))
    }
  }

  @Test(
    "A history that cannot be looked at is not called missing: an audit would be the wrong cure",
    arguments: [
      ["history", "contoso"], ["diff"], ["expiring"], ["prune", "--keep", "1d"], ["report"],
    ])
  func notToBeLookedAt(_ arguments: [String]) async throws {
    try await Scenario().perform { stage in
      // Root may look everywhere; round in a circle nobody can.
      try FileManager.default.createSymbolicLink(
        atPath: stage.database, withDestinationPath: stage.database)
      let run = try await stage.run(arguments)
      #expect(run.status == .failure && run.output == "")
      #expect(run.error.contains("cannot be opened") && run.error.contains("--database"))
      #expect(!run.error.contains("credaudit audit"))
    }
  }

  @Test(
    "Without a database, or a run in it, there is no answer, and none is made up",
    arguments: [["history", "contoso"], ["diff"], ["expiring"]])
  func nothingThere(_ arguments: [String]) async throws {
    try await Scenario().perform { stage in
      let missing = try await stage.run(arguments)
      #expect(missing.status == .usage && missing.error.contains("there is no database"))
      #expect(!FileManager.default.fileExists(atPath: stage.database))
      _ = try AuditStore(path: stage.database)
      let empty = try await stage.run(arguments)
      #expect(empty.status == .usage && empty.output == "")
      #expect(empty.error.contains("has no run yet") && empty.error.contains("credaudit audit"))
    }
  }
}
