import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// `expiries.ics` over several nights.
@Suite struct CalendarTests {
  private static func values(_ name: String, _ calendar: String) -> [String] {
    calendar.replacing("\r\n ", with: "").split(separator: "\r\n")
      .filter { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
  }

  @Test("A certificate that is rotated moves its event, which keeps its name")
  func rotated() async throws {
    let old = try Contoso.certificate(1, to: 10)
    let new = try Contoso.certificate(2, to: 375)
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.files = ["billing.pem": .secret(old.pem + old.keyPEM)]
    scenario.world = Contoso.world(
      SimulatedApplication(
        "billing", clientID: Contoso.client,
        keys: [old, new].map {
          .certificate($0, start: Contoso.days(-30), end: Contoso.days(400))
        }))
    scenario.inventory = Contoso.inventory("name: primary, certificate: { file: billing.pem }")
    try await scenario.perform { stage in
      _ = try await stage.audit()
      let first = try stage.text(of: "out/expiries.ics")
      stage.time.advance(by: .seconds(86_400))
      try stage.write(.secret(new.pem + new.keyPEM), to: "in/billing.pem")
      let run = try await stage.audit()
      #expect(run.report?.credentials.first?.change == "rotated")
      let second = try stage.text(of: "out/expiries.ics")

      let names = [first, second].flatMap { Self.values("UID", $0) }
      #expect(names.count == 2 && Set(names).count == 1)
      #expect(Self.values("DTSTART", first) == ["20261128T110640Z"])
      #expect(Self.values("DTSTART", second) == ["20271128T110640Z"])
      let sequences = [first, second].flatMap { Self.values("SEQUENCE", $0) }.compactMap { Int($0) }
      #expect(sequences.count == 2 && sequences[0] < sequences[1])
    }
  }

  @Test("A credential without an end is in no calendar")
  func withoutEnd() async throws {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory("name: primary, secret: { env: SECRET }")
    try await scenario.perform { stage in
      let run = try await stage.audit()
      #expect(run.report?.credentials.count == 1)
      #expect(Self.values("UID", try stage.text(of: "out/expiries.ics")).isEmpty)
    }
  }
}
