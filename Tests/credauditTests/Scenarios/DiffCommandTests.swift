import AuditStore
import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// `diff`: what is another in one run than in an earlier one.
@Suite struct DiffCommandTests {
  private static let two: Scenario = {
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.files = ["s.txt": .secret(Contoso.secret), "t.txt": .secret(Contoso.secret)]
    scenario.inventory = Contoso.inventory(
      application: "owner: billing@contoso.example",
      "name: primary, secret: { file: s.txt }, expires: 2027-06-30",
      "name: signing, secret: { file: t.txt }, expires: 2027-06-30",
      "name: old, secret: { file: t.txt }, expires: 2027-06-30")
    return scenario
  }()

  /// A night, and another after `primary` broke, `signing` was renewed and `old` made way for `new`.
  private static func twoNights(on stage: Stage) async throws -> [String] {
    let first = try await stage.audit()
    stage.time.advance(by: .seconds(86_400))
    try stage.write(.secret(Contoso.wrong), to: "in/s.txt")
    let inventory = try stage.text(of: "in/inventory.yaml")
      .replacing(
        "signing, secret: { file: t.txt }, expires: 2027-06",
        with: "signing, secret: { file: t.txt }, expires: 2027-11"
      )
      .replacing("name: old", with: "name: new")
    try stage.write(.open(inventory), to: "in/inventory.yaml")
    let second = try await stage.audit()
    return [first, second].compactMap { $0.report?.run.id }
  }

  @Test("The last two runs are compared, and what gets worse comes first")
  func lastTwo() async throws {
    try await Self.two.perform { stage in
      let ids = try await Self.twoNights(on: stage)
      let run = try await stage.run(["diff"])
      #expect(run.status == .clean)
      let rows = run.output.split(separator: "\n").map { $0.replacing(#/ {2,}/#, with: " | ") }
      let owner = "billing@contoso.example"
      #expect(
        rows == [
          "change | subject | before | now | owner | what is another",
          "worse | contoso/billing/primary | pass | critical AADSTS7000215 | \(owner)",
          "first seen | contoso/billing/new | - | pass | \(owner)",
          "rotated | contoso/billing/signing | pass | pass | \(owner) | end 2027-06-30 → 2027-11-30",
          "gone | contoso/billing/old | pass | - | \(owner)",
        ])
      #expect(
        run.error
          == "compared run \(ids[0].prefix(8)) (2026-11-18 11:06 UTC) with run \(ids[1].prefix(8)) "
          + "(2026-11-19 11:06 UTC): 3 subjects in both, 4 differences\n")
    }
  }

  @Test("Runs are named by id, its beginning or a day, in any mixture")
  func names() async throws {
    try await Self.two.perform { stage in
      let ids = try await Self.twoNights(on: stage)
      let expected = try await stage.run(["diff", "--format", "json"])
      for words in [
        [ids[0]], [ids[0].uppercased(), ids[1]], [String(ids[0].prefix(7))], ["2026-11-18"],
        ["2026-11-18", "2026-11-19"], ["2026-11-18", "2027-01-01"],
        [String(ids[0].prefix(6)), "2026-11-19"],
      ] {
        let run = try await stage.run(["diff"] + words + ["--format", "json"])
        #expect(run.status == .clean && run.output == expected.output, "\(words) \(run.error)")
      }
    }
  }

  @Test("For programs each difference is a row with both sides")
  func programs() async throws {
    try await Self.two.perform { stage in
      let ids = try await Self.twoNights(on: stage)
      let json = try await stage.run(["diff", "--format", "json"])
      let rows = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
      #expect(rows.map { $0["change"] as? String } == ["worse", "first_seen", "rotated", "gone"])
      #expect(rows[1]["old_verdict"] is NSNull && rows[3]["verdict"] is NSNull)
      #expect(rows[2]["old_expires_at"] as? String == "2027-06-30T23:59:59Z")
      #expect(
        rows.allSatisfy { $0["old_run"] as? String == ids[0] && $0["run"] as? String == ids[1] })
      let csv = try await stage.run(["diff", "--format", "csv"])
      #expect(csv.output.split(separator: "\r\n").count == 5)
      #expect(csv.output.hasPrefix("change,subject,tenant,application,credential,kind,owner,"))
    }
  }

  @Test("Where nothing differs that is said, and standard output has nothing but a program's frame")
  func nothing() async throws {
    try await Scenario().perform { stage in
      _ = try await stage.audit()
      _ = try await stage.audit()
      let run = try await stage.run(["diff"])
      #expect(run.status == .clean && run.output == "")
      #expect(run.error.contains("2 subjects in both, no differences"))
      #expect(try await stage.run(["diff", "--format", "json"]).output == "[]\n")
    }
  }

  @Test("A filtered run is compared where it looked, and the rest is named as left out")
  func filtered() async throws {
    try await Self.two.perform { stage in
      _ = try await stage.audit()
      stage.time.advance(by: .seconds(86_400))
      try stage.write(.secret(Contoso.wrong), to: "in/s.txt")
      _ = try await stage.audit("--application", "billing", "--owner", "*@contoso.example")
      let same = try await stage.run(["diff"])
      #expect(same.error.contains("4 subjects in both, 1 difference"))
      #expect(same.error.contains("the later run looked at a part of the inventory only"))
      #expect(!same.error.contains("left out"))
    }
    try await FilterTests.scenario.perform { stage in
      _ = try await stage.audit()
      _ = try await stage.audit("--tenant", "fabrikam")
      let run = try await stage.run(["diff"])
      #expect(run.output == "")
      #expect(run.error.contains("2 subjects in both, no differences"))
      #expect(run.error.contains("left out: 3 that the later run was not asked for"))
    }
  }

  @Test("Offline runs compare nothing: they are passed over, and refused where they are named")
  func offline() async throws {
    try await Scenario().perform { stage in
      let nights = StoredNights(database: stage.database)
      try nights.record("aaaaaa-live", day: 0, .critical)
      try nights.record("bbbbbb-live", day: 1, .pass)
      try nights.record("cccccc-offline", day: 1.1, .warning, offline: true)
      let run = try await stage.run(["diff"])
      #expect(run.output.contains("recovered") && run.error.contains("bbbbbb-l"))
      #expect(try await stage.run(["diff", "aaaaaa", "2026-11-19"]).error.contains("bbbbbb-l"))
      let named = try await stage.run(["diff", "aaaaaa", "cccccc"])
      #expect(named.status == .usage && named.error.contains("cccccc-offline was offline"))
    }
  }

  @Test("A run without an end counts what it reached and makes nothing gone")
  func killed() async throws {
    try await Scenario().perform { stage in
      let nights = StoredNights(database: stage.database)
      try nights.record("aaaaaa", day: 0, others: [StoredNights.credential("other")])
      try nights.record("bbbbbb", day: 1, .warning, hasEnd: false)
      let run = try await stage.run(["diff"])
      #expect(run.output.contains("worse") && !run.output.contains("gone"))
      #expect(run.error.contains("the later run has no end: only what it reached counts"))
      #expect(run.error.contains("left out: 1 that the later run had not reached"))
      try nights.record("cccccc", day: 2, nil, complete: false)
      let cut = try await stage.run(["diff", "aaaaaa", "cccccc"])
      #expect(cut.output == "" && cut.error.contains("the later run was cut short"))
      #expect(cut.error.contains("left out: 2 that the later run had not reached"))
    }
  }

  @Test("Runs over another inventory are passed over; where one is named, that is said")
  func inventories() async throws {
    try await Scenario().perform { stage in
      let nights = StoredNights(database: stage.database)
      try nights.record("aaaaaa", day: 0, others: [StoredNights.credential("other")])
      try nights.record("bbbbbb", day: 1, inventory: "b.yaml")
      try nights.record("cccccc", day: 2, .warning)
      let last = try await stage.run(["diff"])
      #expect(last.error.contains("compared run aaaaaa ") && last.output.contains("gone"))
      let mixed = try await stage.run(["diff", "aaaaaa", "bbbbbb"])
      #expect(mixed.output == "" && mixed.error.contains("two inventories"))
      #expect(mixed.error.contains("left out: 1 that the later run was not asked for"))
      #expect(try await stage.run(["diff", "bbbbbb"]).error.contains("is the newest run itself"))
    }
  }

  @Test("What the earlier run no longer keeps is left out and said")
  func pruned() async throws {
    try await Scenario().perform { stage in
      let nights = StoredNights(database: stage.database)
      try nights.record("aaaaaa", day: -500, others: [StoredNights.credential("old")])
      try nights.record("bbbbbb", day: 0)
      try nights.record("cccccc", day: 1, .warning, others: [StoredNights.credential("young")])
      _ = try await stage.run(["prune", "--keep", "400d"])
      let run = try await stage.run(["diff", "aaaaaa"])
      #expect(run.error.contains("the earlier run was pruned on 2026-11-18"))
      #expect(run.error.contains("0 subjects in both, 2 differences"))
      #expect(run.error.contains("left out: 1 of which the earlier run keeps nothing"))
      #expect(run.output.contains("gone") && run.output.contains("first seen"))
    }
  }

  static let wrong: [([String], String, String)] = [
    (["2026-11-32"], "is no day", "2026-12-31"), (["2026-11-17"], "had started by", "later day"),
    (["aaaaa"], "too short", "first 6 letters"), (["ffffff"], "no such run", "pruned"),
    (["yesterday"], "no such run", "or a day as 2026-12-31"),
    (["2026-1-5"], "no such run", "or a day as 2026-12-31"),
    (["today"], "too short", "or a day as 2026-12-31"),
    (["aaaaaa"], "several runs", "aaaaaa-2 of 2026-11-19, aaaaaa-1 of 2026-11-18"),
    (["aaaaaa-2"], "is the newest run itself", "name an earlier one"),
    (["aaaaaa-1", "2026-11-18"], "both words name", "two runs"),
    (["aaaaaa-2", "aaaaaa-1"], "started after", "credaudit diff aaaaaa-1 aaaaaa-2"),
    (["\u{1B}[31m-----"], "no such run", "id"),
    (["aaaaaa-1", "aaaaaa-2", "x"], "unexpected", "credaudit diff"),
  ]

  @Test("Runs that cannot be compared are told, with what to type", arguments: wrong)
  func wrongRuns(_ words: [String], _ message: String, _ hint: String) async throws {
    try await Scenario().perform { stage in
      let nights = StoredNights(database: stage.database)
      try nights.record("aaaaaa-1", day: 0)
      try nights.record("aaaaaa-2", day: 1)
      let run = try await stage.run(["diff"] + words)
      #expect(run.status == .usage && run.output == "")
      #expect(run.error.lowercased().contains(message) && run.error.contains(hint), "\(run.error)")
      #expect(!run.error.contains("\u{1B}"))
    }
  }

  @Test(
    "Two live runs are needed", arguments: [([], "no run that"), (["a"], "one run only")])
  func tooFew(_ live: [String], _ message: String) async throws {
    try await Scenario().perform { stage in
      let nights = StoredNights(database: stage.database)
      for id in live { try nights.record(id, day: 0) }
      try nights.record("offline", day: 1, offline: true)
      let run = try await stage.run(["diff"])
      #expect(run.status == .usage && run.error.contains(message))
    }
  }
}
