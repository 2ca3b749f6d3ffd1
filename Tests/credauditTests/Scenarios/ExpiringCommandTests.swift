import AuditStore
import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// `expiring`: what ends when.
@Suite struct ExpiringCommandTests {
  private static let scenario: Scenario = {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory(
      "name: ended, secret: { env: SECRET }, expires: 2026-11-15, owner: jo@contoso.example",
      "name: soon, secret: { env: SECRET }, expires: 2026-11-24",
      "name: sooner, secret: { env: SECRET }, expires: 2026-11-23, owner: mia@contoso.example",
      "name: later, secret: { env: SECRET }, expires: 2027-01-31",
      "name: endless, secret: { env: SECRET }")
    return scenario
  }()

  @Test("What has ended comes first, then week by week and owner by owner")
  func table() async throws {
    try await Self.scenario.perform { stage in
      _ = try await stage.audit("--offline")
      let run = try await stage.run(["expiring"])
      #expect(run.status == .clean)
      #expect(
        run.output == """
          ended: 1
            jo@contoso.example
              2026-11-15  ended 3 days ago  contoso/billing/ended   secret  critical expired

          2026-W48, from 2026-11-23: 2
            mia@contoso.example
              2026-11-23  5 days left       contoso/billing/sooner  secret  critical expires-soon
            nobody's
              2026-11-24  6 days left       contoso/billing/soon    secret  critical expires-soon

          """)
      #expect(
        run.error == """
          2 credentials end within 60 days, 1 has ended
          of 1 secret or certificate no end is known

          """)
    }
  }

  @Test("Days are counted from now, and the span is what was asked for")
  func fromNow() async throws {
    try await Self.scenario.perform { stage in
      _ = try await stage.audit("--offline")
      stage.time.advance(by: .seconds(10 * 86_400))
      let run = try await stage.run(["expiring", "--within", "70d", "--format", "json"])
      let rows = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
      #expect(rows.map { $0["credential"] as? String } == ["ended", "sooner", "soon", "later"])
      #expect(rows.map { $0["days_left"] as? Int } == [-13, -5, -4, 64])
      #expect(rows[3]["week"] as? String == "2027-W04" && rows[3]["owner"] is NSNull)
      #expect(rows[3]["expires_at"] as? String == "2027-01-31T23:59:59Z")
      #expect(run.error.hasPrefix("1 credential ends within 70 days, 3 have ended\n"))
      let csv = try await stage.run(["expiring", "--within", "0d", "--format", "csv"])
      let lines = csv.output.split(separator: "\r\n")
      #expect(lines.count == 4 && lines[1].contains(",-13,critical,expired,"))
    }
  }

  @Test("A week in which renewals pile up is named, with its number and whose they are")
  func pile() async throws {
    try await Scenario().perform { stage in
      let owners: [String?] = ["ops@x.example", nil, "ops@x.example", "a", "b", "c", "d"]
      let credentials = owners.enumerated().map {
        StoredNights.credential("\($0)", ends: 20, owner: $1)
      }
      try StoredNights(database: stage.database).record("run", day: 0, nil, others: credentials)
      let run = try await stage.run(["expiring"])
      #expect(
        run.error.contains(
          "renewals pile up in week 2026-W50, from 2026-12-07: 7 end where most weeks have none "
            + "(ops@x.example 2, nobody 1, a 1, b 1, others 2)\n"))
      let later = try await stage.run(["expiring", "--within", "10d"])
      #expect(later.output == "" && !later.error.contains("pile"))
    }
  }

  @Test("What left the inventory ends nowhere")
  func gone() async throws {
    try await Self.scenario.perform { stage in
      _ = try await stage.audit()
      let inventory = try stage.text(of: "in/inventory.yaml")
      let shorter = inventory.split(separator: "\n").filter { !$0.contains("name: soon,") }
      try stage.write(.open(shorter.joined(separator: "\n") + "\n"), to: "in/inventory.yaml")
      _ = try await stage.audit()
      let run = try await stage.run(["expiring"])
      #expect(run.output.contains("billing/sooner") && !run.output.contains("billing/soon "))
      let history = try await stage.run(["history", "contoso/billing/soon"])
      #expect(history.output.contains(/now +gone from the inventory since/))
      #expect(history.output.contains(/critical expires-soon for .+  gone from the inventory\n/))
    }
  }

  @Test(
    "A span that is none is told", arguments: ["60", "2m", "-3d", "1.5d", "d", "99999999d"])
  func wrongSpan(_ span: String) async throws {
    try await Scenario().perform { stage in
      try StoredNights(database: stage.database).record("run", day: 0)
      for arguments in [["expiring", "--within=\(span)"], ["prune", "--keep=\(span)"]] {
        let run = try await stage.run(arguments)
        #expect(run.status == .usage && run.output == "")
        #expect(run.error.contains("is no number of days") && run.error.contains("write it as"))
      }
    }
  }
}
