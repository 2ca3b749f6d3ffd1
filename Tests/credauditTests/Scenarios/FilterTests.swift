import AuditStore
import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Runs over a part of the inventory.
@Suite struct FilterTests {
  private static let second = "fab00000-0000-4000-8000-00000000fab1"

  static let scenario: Scenario = {
    var scenario = Scenario()
    scenario.world.tenants.append(.entra("fabrikam", id: second, [Contoso.app()]))
    scenario.inventory =
      Contoso.inventory(
        tenant: "tags: [prod]", application: "owner: billing@contoso.example",
        Contoso.usual, "name: signing, tags: [old], secret: { env: SECRET }, expires: 2027-06-30")
        + """
          - name: fabrikam
            authority: https://login.microsoftonline.com/\(second)
            applications:
              - name: mailer
                client_id: \(Contoso.client)
                owner: mail@fabrikam.example
                credentials: [{ \(Contoso.usual) }]

        """
    return scenario
  }()

  static let filters: [([String], [String])] = [
    ([], ["contoso/billing/primary", "contoso/billing/signing", "fabrikam/mailer/primary"]),
    (["--tenant", "fab*"], ["fabrikam/mailer/primary"]),
    (["--application", "billing"], ["contoso/billing/primary", "contoso/billing/signing"]),
    (["--owner", "*@contoso.example"], ["contoso/billing/primary", "contoso/billing/signing"]),
    (["--tag", "old"], ["contoso/billing/signing"]),
    (["--tag", "prod", "--tag", "old"], ["contoso/billing/primary", "contoso/billing/signing"]),
    (
      ["--tenant", "contoso", "--tenant", "fabrikam", "--application", "mailer"],
      ["fabrikam/mailer/primary"]
    ),
  ]

  @Test("A filter leaves the rest alone, and the run says so", arguments: filters)
  func filter(_ arguments: [String], _ subjects: [String]) async throws {
    try await Self.scenario.perform { stage in
      let run = try await stage.run(["audit"] + arguments)
      #expect(run.report?.credentials.map(\.subject).sorted() == subjects)
      let tenants = Set(subjects.map { String($0.prefix { $0 != "/" }) })
      #expect(run.report?.authorities.map(\.tenant) == tenants.sorted())
      #expect(run.asked(.token) == subjects.count)
      #expect(run.status == .clean)
      #expect(run.output.contains("FILTERED") == !arguments.isEmpty)
    }
  }

  @Test("An authority is not in order because what is wrong with it was left out")
  func authorityOfAPart() async throws {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory(
      Contoso.usual + ", tags: [good]",
      "name: stray, secret: { env: SECRET }, expires: 2027-06-30, "
        + "scopes: [https://graph.microsoft.us/.default]")
    try await scenario.perform { stage in
      for arguments: [String] in [[], ["--tag", "good"], []] {
        let run = try await stage.run(["audit"] + arguments)
        #expect(run.found(.authorityCloud) == ["critical scope-other-cloud"], "\(arguments)")
      }
      let life = try AuditStore(path: stage.database).life(of: .authority(tenant: "contoso"))
      #expect(life?.events.map(\.step.change) == [.firstSeen])
    }
  }

  @Test(
    "A filter that fits nothing ends the run before it begins, whatever the others fit",
    arguments: [
      (["--tenant", "contoso", "--tenant", "fabrikm"], "did you mean --tenant fabrikam?"),
      (["--application", "billing", "--application", "*-sync"], "an application's name"),
      (["--owner", "*@contoso.example", "--owner", "*@fabrikam.test"], "an owner"),
      (["--tag", "prod", "--tag", "prd"], "did you mean --tag prod?"),
      (["--tag", ""], "a tag"),
      (["--tenant", "contoso", "--application", "mailer"], "fewer of them"),
    ])
  func fitsNothing(_ arguments: [String], _ hint: String) async throws {
    try await Self.scenario.perform { stage in
      let run = try await stage.run(["audit"] + arguments)
      #expect(run.status == .usage)
      #expect(run.error.contains("nothing was run") && run.error.contains(hint))
      #expect(run.connects.isEmpty && run.report == nil)
    }
  }
}
