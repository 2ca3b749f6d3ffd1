import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// Runs and commands that send nothing.
@Suite struct OfflineTests {
  @Test("An offline run asks nobody, and every report says so at its head")
  func offline() async throws {
    try await Scenario().perform { stage in
      let run = try await stage.audit("--offline")
      #expect(run.connects.isEmpty && run.requests.isEmpty)
      #expect(run.found(.authorityDiscovery) == ["skipped offline"])
      #expect(run.found(.credentialAcquisition) == ["skipped offline"])
      #expect(run.found(.credentialToken) == ["skipped offline"])
      #expect(run.found(.credentialSource) == ["pass ok"])
      #expect(run.found(.credentialExpiry) == ["pass ok"])
      #expect(run.report?.run.offline == true)
      #expect(run.output.split(separator: "\n").prefix(3).contains { $0.hasPrefix("OFFLINE: ") })
      #expect(try stage.text(of: "out/report.html").contains("Offline"))
      #expect(try stage.text(of: "out/findings.csv").prefix(400).contains("offline"))
      #expect(run.status == .clean)
    }
  }

  @Test("A directory is not read, and a tenant that is declared is reported as declared")
  func directory() async throws {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory(
      tenant: "tenant_id: \(Contoso.id)\n    directory: { as: billing/primary }")
    let run = try await scenario.audit("--offline")
    #expect(run.report?.notices.map(\.code) == [])
    #expect(
      run.report?.findings(of: "contoso").first { $0.check == .directoryAccess }?.words
        == "skipped offline")
    for check in [CheckID.directoryApplication, .directoryCredential] {
      #expect(run.found(check) == ["skipped offline"])
    }
    #expect(run.report?.authorities.map(\.tenantId) == [Contoso.id])
    #expect(run.status == .clean)
  }

  @Test("An offline run still finds what needs no network")
  func offlineFindings() async throws {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory(
      authority: "https://login.microsoftonline.com/common",
      "name: primary, secret: { env: SECRET }, expires: 2026-11-20")
    let run = try await scenario.audit("--offline")
    #expect(run.found(.authorityURL) == ["critical common-tenant"])
    #expect(run.found(.credentialExpiry) == ["critical expires-soon"])
    #expect(run.connects.isEmpty)
    #expect(run.status == .findings)
  }

  @Test("An offline run is no change of a live verdict")
  func noChange() async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Contoso.wrong
    try await scenario.perform { stage in
      let first = try await stage.audit()
      #expect(first.report?.credentials.first?.change == "first_seen")
      _ = try await stage.audit("--offline")
      let third = try await stage.audit()
      #expect(third.report?.credentials.first?.change == "unchanged")
    }
  }

  @Test("A plan says what would be asked of whom, and does nothing")
  func plan() async throws {
    try await Scenario().perform { stage in
      let run = try await stage.audit("--plan")
      #expect(run.status == .clean)
      #expect(run.connects.isEmpty)
      #expect(run.output.contains("login.microsoftonline.com: 2 documents, 1 token"))
      #expect(run.output.contains("nothing was sent"))
      #expect(!FileManager.default.fileExists(atPath: stage.database))
    }
  }

  @Test(
    "A plan counts nobody who would not be asked",
    arguments: [
      (Contoso.inventory(), ["--offline"], "would be looked at offline: nobody would be asked."),
      (
        Contoso.inventory(authority: "https://login.microsoftonline.com/common"), [],
        "1 authority would not be asked"
      ),
      (
        Contoso.inventory(
          authority: "https://login.sovereign.example/\(Contoso.id)",
          network: "instance_discovery: false"), [], "1 authority would not be asked"
      ),
    ])
  func planOfNobody(_ inventory: String, _ options: [String], _ says: String) async throws {
    var scenario = Scenario()
    scenario.inventory = inventory
    try await scenario.perform { stage in
      let plan = try await stage.run(["audit", "--plan"] + options)
      #expect(plan.output.contains(says))
      #expect(!plan.output.contains("document"))
      let run = try await stage.run(["audit"] + options)
      #expect(run.requests.isEmpty)
    }
  }

  @Test("A plan asks of an unknown host first who vouches for it")
  func planOfUnknownHost() async throws {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory(
      authority: "https://login.sovereign.example/\(Contoso.id)",
      application: "scopes: [api://ledger/.default]")
    try await scenario.perform { stage in
      let plan = try await stage.audit("--plan")
      #expect(plan.output.contains("login.microsoftonline.com: 1 document, 0 tokens"))
      #expect(plan.output.contains("login.sovereign.example: 2 documents, 1 token"))
      #expect(plan.output.contains("4 requests without repeats"))
    }
  }

  struct Validated: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let inventory: String
    let status: ExitStatus
    let says: String
  }

  static let validated = [
    Validated(
      testDescription: "all is well", inventory: Contoso.inventory(), status: .clean, says: ""),
    Validated(
      testDescription: "an authority that cannot be one",
      inventory: Contoso.inventory(authority: "http://login.microsoftonline.com/\(Contoso.id)"),
      status: .usage, says: "not-https"),
    Validated(
      testDescription: "a legacy host",
      inventory: Contoso.inventory(authority: "https://login.windows.net/\(Contoso.id)"),
      status: .clean, says: "Write https://login.microsoftonline.com/\(Contoso.id) instead."),
    Validated(
      testDescription: "a reference that cannot be read",
      inventory: Contoso.inventory("name: primary, secret: { env: NOWHERE }"),
      status: .unknown, says: "variable-not-set"),
    Validated(
      testDescription: "a file that is no certificate",
      inventory: Contoso.inventory("name: primary, certificate: { file: ca.txt }"),
      status: .usage, says: "not-a-certificate"),
    Validated(
      testDescription: "an inventory that cannot be read",
      inventory: Contoso.inventory(client: "not-a-guid"), status: .usage, says: "not a GUID"),
  ]

  @Test("Validation sends nothing, and ends with 0, 2 or 3", arguments: validated)
  func validate(_ validated: Validated) async throws {
    var scenario = Scenario()
    scenario.inventory = validated.inventory
    scenario.files = ["ca.txt": .open("no certificate\n")]
    try await scenario.perform { stage in
      let run = try await stage.run(["validate"])
      #expect(run.status == validated.status)
      #expect(validated.says.isEmpty || (run.output + run.error).contains(validated.says))
      #expect(run.connects.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: stage.database))
    }
  }

  @Test("Validation names the worst of a subject first")
  func worstFirst() async throws {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory(
      "name: primary, secret: { file: secret.txt }, expires: 2026-01-01")
    scenario.files = ["secret.txt": .open(Contoso.secret)]
    let run = try await scenario.perform { stage in
      try await stage.run(["validate", "--format", "json"])
    }
    let codes = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    ).compactMap { $0["code"] as? String }
    #expect(codes == ["expired", "file-readable-by-others"])
  }
}
