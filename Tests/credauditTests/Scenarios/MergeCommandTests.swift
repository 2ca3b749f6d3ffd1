import AuditStore
import CredentialAudit
import EntraSimulator
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import credaudit

/// The work shared among three processes, and put together again.
@Suite struct MergeCommandTests {
  /// Of three parts, proseware is in the first, northwind in the second, contoso in the third.
  private static let directories = [
    ("proseware", "9b05e3a0-0000-4000-8000-000000000001"),
    ("northwind", "9b05e3a0-0000-4000-8000-000000000002"),
    ("contoso", Contoso.id),
  ]

  /// Each has one of its own: who shares one is seen only by a process that looks at both.
  private static func secret(_ tenant: String) -> String {
    "Abc8Q~right.secret_of-the-billing-application-\(tenant)"
  }

  /// An inventory by each tenant's credentials.
  private static func inventory(_ credentials: [String: [String]], more: String = "") -> String {
    let tenants = directories.map { name, id in
      let list = (credentials[name] ?? [Contoso.usual])
        .map { "              - { \($0) }\n" }.joined()
      return """
          - name: \(name)
            authority: https://login.microsoftonline.com/\(id)
            tags: [prod]
            applications:
              - name: billing
                client_id: \(Contoso.client)
                owner: billing@\(name).example
                credentials:
        \(list)
        """
    }
    return "version: 1\nnetwork: { retries: 0 }\ntenants:\n" + tenants.joined() + more
  }

  private static let suppressions = """
    suppressions:
      - { match: { tenant: "*", check: credential.expiry }, reason: known, owner: jo, until: 2026-11-25 }
      - { match: { tenant: "*", check: credential.source }, reason: old, owner: jo, until: 2026-11-01 }
      - { match: { tenant: "*w*", check: authority.url }, reason: none, owner: jo, until: 2027-01-31 }
      - { match: { tenant: nortwind, check: authority.url }, reason: typo, owner: jo, until: 2027-01-31 }

    """

  private static let nights: [[String: [String]]] = [
    [
      "proseware": [
        "name: primary, secret: { file: first }, expires: 2027-06-30",
        "name: moves, secret: { env: ONE }, expires: 2026-11-22",
      ],
      "northwind": ["name: primary, secret: { file: second }, expires: 2027-06-30"],
      "contoso": [
        "name: primary, secret: { file: third }, expires: 2027-06-30",
        "name: leaves, secret: { env: THREE }, expires: 2026-11-22",
      ],
    ],
    [
      "proseware": ["name: primary, secret: { file: first }, expires: 2027-06-30"],
      "northwind": [
        "name: primary, secret: { file: second }, expires: 2027-09-30",
        "name: appears, secret: { env: NOWHERE }, expires: 2027-06-30",
      ],
      "contoso": [
        "name: primary, secret: { file: third }, expires: 2027-06-30",
        "name: stays, secret: { env: THREE }, expires: 2026-11-22",
      ],
    ],
  ]

  private static let scenario: Scenario = {
    var scenario = Scenario()
    scenario.world = SimulatedWorld(
      directories.map { .entra($0.0, id: $0.1, [Contoso.app(secret($0.0))]) })
    scenario.inventory = inventory(nights[0], more: suppressions)
    scenario.environment = ["ONE": secret("proseware"), "THREE": secret("contoso")]
    scenario.files = [
      "first": .secret(secret("proseware")), "second": .secret(secret("northwind")),
      "third": .secret(Contoso.wrong),
    ]
    return scenario
  }()

  private func part(
    _ index: Int, of stage: Stage, group: String?, _ arguments: String...
  ) async throws -> Outcome {
    stage.settings.withLock { $0 = group.map { ["CREDAUDIT_SHARD_GROUP": $0] } ?? [:] }
    return try await stage.run(
      ["audit", "--shard", "\(index)/3", "--database", stage.folder + "/out/part-\(index)"]
        + arguments)
  }

  private func merge(_ stage: Stage, _ arguments: String...) async throws -> Outcome {
    try await stage.run(
      ["merge"] + arguments.map { $0.hasPrefix("part") ? stage.folder + "/out/" + $0 : $0 })
  }

  /// Reports without the run's own facts and without what is chance.
  private func reports(_ folder: String, of stage: Stage) throws -> [String: String] {
    let json = try stage.text(of: "out/\(folder)/report.json")
    let marks = try ChanceMarks(report: json, said: "")
    let report = try ReportedRun(json: Data(json.utf8))
    let run = report.run
    // When the service refused, by its own clock.
    let stamps = Set(report.allFindings.compactMap { $0.evidence["timestamp"] ?? nil })
    var texts: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: stage.reports + "/" + folder) {
      var text = marks.settled(try stage.text(of: "out/\(folder)/\(file)"))
        .replacing(run.id, with: "ID").replacing(run.id.prefix(8), with: "ID")
      for stamp in stamps { text = text.replacing(stamp, with: "STAMP") }
      text.replace(#/(took|</time> for) \d+ s/#, with: "")
      text.replace(#/run <code>[0-9a-f]{8}</code>/#, with: "run")
      if let auditor = text.firstRange(of: #/"auditor": \{[^}]*\}/#) {
        text.replaceSubrange(auditor, with: "")
      }
      texts[file] = text.split(separator: "\n").filter { line in
        ![
          "finished_at", "endTimeUtc", "store", "reports_room", "parts", "_run_timestamp_seconds",
          "_run_duration_seconds", "<dt>Store</dt>", "<dt>Reports</dt>", "<dt>Parts</dt>",
          "<dt>Compared with run</dt>",
        ].contains {
          line.contains($0)
        }
      }.joined(separator: "\n")
    }
    return texts
  }

  @Test("Three parts make the reports of one process, but for the run's facts, night after night")
  func asOneProcess() async throws {
    try await Self.scenario.perform { stage in
      for (number, night) in Self.nights.enumerated() {
        try stage.write(
          .open(Self.inventory(night, more: Self.suppressions)), to: "in/inventory.yaml")
        if number == 1 {
          // One is worse, one recovers.
          try stage.write(.secret(Contoso.wrong), to: "in/first")
          try stage.write(.secret(Self.secret("contoso")), to: "in/third")
        }
        let begun = stage.time.now
        let whole = try await stage.run([
          "audit", "--database", stage.folder + "/out/whole", "--reports",
          stage.folder + "/out/one",
        ])
        // As if both began at the same time; the parts one after the other.
        stage.time.advance(by: .seconds(begun.timeIntervalSince(stage.time.now)))
        for index in [2, 3, 1] {
          _ = try await part(index, of: stage, group: "night-\(number)")
          stage.time.advance(by: .seconds(3))
        }
        let merged = try await merge(stage, "part-1", "part-2", "part-3")
        #expect(merged.status == .clean)
        #expect(merged.output.contains("3 of 3"))
        _ = try await stage.run(["report", "--reports", stage.folder + "/out/three"])
        let (one, three) = (
          try reports("one", of: stage), try reports("three", of: stage)
        )
        #expect(one.keys.sorted() == three.keys.sorted() && one.count > 7)
        for (file, text) in one {
          let difference = TextDifference.lines(from: text, to: three[file] ?? "")
          #expect(difference == "", "\(file) of night \(number)")
        }
        #expect(whole.error == "")
        for index in 1...3 {
          let file = stage.folder + "/out/part-\(index)"
          try FileManager.default.removeItem(atPath: file)
          try FileManager.default.copyItem(atPath: stage.database, toPath: file)
        }
        stage.time.advance(by: .seconds(86_400 + begun.timeIntervalSince(stage.time.now)))
      }
      let last = try ReportedRun(json: try stage.contents(of: "out/three/report.json"))
      #expect(
        Set(last.credentials.map(\.change))
          == ["worse", "recovered", "rotated", "gone", "first_seen"])
      #expect(last.notices.contains { $0.code == "suppression-unused" })
    }
  }

  @Test("A missing part is named, ends with 3 and colours the report until it comes")
  func missing() async throws {
    try await Self.scenario.perform { stage in
      for index in 1...3 { _ = try await part(index, of: stage, group: "night") }
      let two = try await merge(stage, "part-1", "part-3")
      #expect(two.status == .unknown)
      #expect(two.output.contains("no") && two.output.contains("2 of 3"))
      #expect(two.error.contains("group 'night', is incomplete: of 3 parts, part 2 is missing"))
      let report = try await stage.run(["report"])
      #expect(report.report?.run.complete == false)
      #expect(report.report?.notices.map(\.code).contains("shards-missing") == true)
      #expect(report.output.contains("INCOMPLETE"))
      let rest = try await merge(stage, "part-2", "--format", "json")
      #expect(rest.status == .clean)
      #expect(rest.output.contains("\"parts_missing\": \"\""))
      #expect(try await stage.run(["report"]).report?.run.complete == true)
      let again = try await merge(stage, "part-3", "part-2", "part-1")
      #expect(again.status == .clean && again.error.contains("part-3: 1 run, nothing new"))
      let explained = try await stage.run(["explain", "shards-missing"])
      #expect(explained.status == .clean)
    }
  }

  @Test("Parts without a group are kept, and the cure is named")
  func loose() async throws {
    try await Self.scenario.perform { stage in
      for index in 1...2 { _ = try await part(index, of: stage, group: nil) }
      let run = try await merge(stage, "part-1", "part-2")
      #expect(run.status == .unknown)
      #expect(run.error.contains("parts of no group, each kept as a run of its own: "))
      #expect(run.error.contains("set CREDAUDIT_SHARD_GROUP"))
    }
  }

  @Test("A part that is empty has been looked at")
  func empty() async throws {
    var scenario = Self.scenario
    scenario.inventory = Contoso.inventory(
      "name: primary, secret: { env: THREE }, expires: 2027-06-30")
    try await scenario.perform { stage in
      for index in 1...3 { _ = try await part(index, of: stage, group: "night") }
      #expect(try await merge(stage, "part-1", "part-2", "part-3").status == .clean)
      let report = try await stage.run(["report"]).report
      #expect(report?.run.complete == true && report?.credentials.count == 1)
    }
  }

  @Test("What cannot be merged ends with 2, says why and makes nothing")
  func refused() async throws {
    try await Scenario().perform { stage in
      let none = try await merge(stage, "part-1")
      #expect(none.status == .usage && none.error.contains("cannot be opened; nothing was merged"))
      try stage.write(.open("a diary"), to: "out/part-2")
      let foreign = try await merge(stage, "part-2")
      #expect(foreign.status == .usage && foreign.error.contains("is not a database of credaudit"))
      #expect(!FileManager.default.fileExists(atPath: stage.database))
      let nothing = try await merge(stage)
      #expect(nothing.status == .usage)
      _ = try await stage.audit()
      let itself = try await stage.run(["merge", stage.database])
      #expect(itself.status == .usage && itself.error.contains("leave it out"))
      try FileManager.default.copyItem(
        atPath: stage.database, toPath: stage.folder + "/out/part-3")
      let lock = try RunLock(database: stage.database)
      #expect(try await merge(stage, "part-3").status == .locked)
      withExtendedLifetime(lock) {}
    }
  }
}
