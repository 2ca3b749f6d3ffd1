import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("A draft says in the inventory's words what the directory has")
struct InventoryDraftTests {
  private typealias Directory = DirectoryFixture

  private static let yaml = """
    version: 1
    tenants:
      - name: contoso
        authority: https://login.microsoftonline.com/\(Directory.tenantID)
        directory: { as: billing/primary, watch: all }
        applications:
          - name: billing
            client_id: \(Directory.client)
            credentials: [{ name: primary, secret: { env: CONTOSO_FORGOTTEN_CI_DEPLOY } }]

    """

  private func scene() throws -> DraftScene { try DraftScene(Self.yaml) }

  @Test("names, kinds, ends and owners are written, and a proposal for each reference")
  func document() throws {
    let federation = DirectoryFederation(
      id: Directory.id(12), name: "cluster", issuer: "https://cluster.example/\u{1B}[2J\nx: y",
      subject: "system:serviceaccount:a:b", audiences: [])
    let application = DraftScene.application(
      7, "Forgotten", [Directory.password(8)], keys: [Directory.key(10)],
      federations: [federation], owner: "kim@contoso.example")
    let text = try scene().draft([application]).document(beside: "inventory.yaml")
    #expect(
      text.hasSuffix(
        """
        version: 1
        tenants:
          - name: contoso
            authority: "https://login.microsoftonline.com/\(Directory.tenantID)"
            applications:
              - name: Forgotten
                client_id: 00000000-0000-4000-8000-000000000007
                owner: kim@contoso.example
                credentials:
                  - name: ci deploy
                    secret: { env: CONTOSO_FORGOTTEN_CI_DEPLOY_2 }  # to be filled in
                    expires: 2027-02-26T11:06:40Z
                  - name: billing
                    certificate: { file: certs/contoso-forgotten-billing.pem }  # to be filled in
                    expires: 2027-02-26T11:06:40Z
                  - name: cluster
                    # issuer: https://cluster.example/?[2J?x: y
                    # subject: system:serviceaccount:a:b
                    federated: { file: tokens/contoso-forgotten-cluster }  # to be filled in

        """))
    // What is drafted is an inventory.
    let read = try InventoryLoader(now: Directory.now).load(bytes: Array(text.utf8), path: "draft")
    let credentials = read.tenants[0].applications[0].credentials
    #expect(credentials.map(\.kind.word) == ["secret", "certificate", "federated"])
    #expect(credentials.map(\.expires) == [Directory.days(100), Directory.days(100), nil])
    #expect(credentials.map(\.owner) == Array(repeating: "kim@contoso.example", count: 3))
  }

  @Test(
    "whatever people wrote, names are valid and each stands once",
    arguments: [
      ("a/b*c", "a-b-c"), ("  --Padded ", "Padded"), ("true", "true"), ("2027-01-31", "2027-01-31"),
      ("quote\" and \\ # : {", "quote\" and - # : {"), ("\u{202E}turned\u{7}", "turned"),
      ("schöner Name", "schöner Name"), ("// ", "00000000-0000-4000-8000-000000000007"),
      (String(repeating: "x", count: 500), String(repeating: "x", count: 80)),
    ])
  func names(_ written: String, _ name: String) throws {
    let draft = try scene().draft([
      DraftScene.application(7, written, [Directory.password(8, name: written)])
    ])
    let text = draft.document(beside: "x")
    let read = try InventoryLoader(now: Directory.now).load(bytes: Array(text.utf8), path: "draft")
    let application = try #require(read.tenants[0].applications.first)
    #expect(application.name == name)
    #expect(
      application.credentials[0].name
        == (name.hasPrefix("0000") ? "00000000-0000-4000-8000-000000000008" : name))
  }

  @Test("what has no name is called by its id, and like names are told apart")
  func likeNames() throws {
    let draft = try scene().draft([
      DraftScene.application(
        7, nil,
        [Directory.password(8, name: nil), Directory.password(9), Directory.password(10)]),
      DraftScene.application(11, "billing", [Directory.password(12)]),
    ])
    #expect(
      draft.applications.map(\.name)
        == ["00000000-0000-4000-8000-000000000007", "billing-00000000"])
    #expect(
      draft.applications[0].credentials.map(\.name) == [
        "00000000-0000-4000-8000-000000000008", "ci deploy",
        "ci deploy-00000000",
      ])
    let variables = draft.applications.flatMap(\.credentials).map(\.reference)
    #expect(Set(variables).count == 4)
  }

  @Test("nothing is proposed that stands for something else, in whatever tenant and kind")
  func takenPlaces() throws {
    let others = """
        - name: other
          authority: https://login.microsoftonline.com/\(Directory.tenantID)
          applications:
            - name: app
              client_id: \(Directory.client)
              credentials:
                - name: one
                  certificate:
                    file: certs/contoso-forgotten-billing.pem
                    key: certs/contoso-forgotten-billing-2.pem
                    passphrase: { env: CONTOSO_FORGOTTEN_CI_DEPLOY_2 }
                - { name: two, federated: { file: tokens/contoso-forgotten-cluster } }
                - { name: three, federated: { env: CONTOSO_FORGOTTEN_CI_DEPLOY_3 } }
                - { name: four, secret: { file: tokens/contoso-forgotten-cluster-2 } }

      """
    let federation = DirectoryFederation(
      id: Directory.id(12), name: "cluster", issuer: "https://i", subject: "a", audiences: [])
    let application = DraftScene.application(
      7, "Forgotten", [Directory.password(8)], keys: [Directory.key(10)], federations: [federation])
    let draft = try DraftScene(Self.yaml + others).draft([application])
    #expect(
      draft.applications[0].credentials.map(\.reference) == [
        .secret(variable: "CONTOSO_FORGOTTEN_CI_DEPLOY_4"),
        .certificate(file: "certs/contoso-forgotten-billing-3.pem"),
        .federated(file: "tokens/contoso-forgotten-cluster-3"),
      ])
  }

  @Test("the last moment that there is stays in the last year that can be written")
  func lastMoment() throws {
    let end = 253_402_300_800 - Directory.now.timeIntervalSince1970
    let draft = try scene().draft([
      DraftScene.application(7, "Forgotten", [Directory.password(8, to: end / 86_400)])
    ])
    let text = draft.document(beside: "x")
    #expect(text.contains("expires: 9999-12-31T23:59:59Z\n"))
    _ = try InventoryLoader(now: Directory.now).load(bytes: Array(text.utf8), path: "draft")
  }

  @Test("no secret is drafted: neither one that is known nor one that was used as its description")
  func secrets() throws {
    let pasted = "Abc8Q~pasted.into-the-wrong-field_aaaaaaaa"
    let draft = try scene().draft(
      [
        DraftScene.application(
          7, "app of known-secret-1", [Directory.password(8, hint: "Abc", name: pasted)])
      ], scrubbing: ["known-secret-1"])
    let text = draft.document(beside: "x")
    #expect(!text.contains("pasted") && !text.contains("known-secret-1"))
    #expect(text.contains("name: \"00000000-0000-4000-8000-000000000008\""))
  }

  @Test("what has ended, signs, is disabled or may be declared is left out and counted")
  func omissions() throws {
    let thumbprint = [UInt8](repeating: 7, count: 20)
    let applications = [
      DraftScene.application(
        7, "Forgotten", [Directory.password(8, to: -1)],
        keys: [Directory.key(9, usage: "Sign", identifier: thumbprint)]),
      DraftScene.application(10, "Off", [Directory.password(11)], isDisabled: true),
      DraftScene.application(13, nil, [Directory.password(12)], client: Directory.client),
    ]
    let draft = try scene().draft(applications, unclear: true)
    #expect(draft.isEmpty)
    #expect(draft.omissions == [.ended: 1, .signing: 1, .disabled: 1, .unclear: 1])
    let document = draft.document(beside: "x")
    #expect(!document.contains("applications:"))
    #expect(throws: Never.self) {
      try InventoryLoader(now: Directory.now).load(bytes: Array(document.utf8), path: "draft")
    }
  }

  @Test("what is new of a declared application goes under the name that it has")
  func additions() throws {
    let draft = try scene().draft([
      DraftScene.application(
        7, "Other name", [Directory.password(8, name: "primary")], client: Directory.client)
    ])
    #expect(draft.applications.isEmpty)
    #expect(draft.additions.map(\.application.name) == ["billing"])
    #expect(draft.additions[0].credentials.map(\.name) == ["primary-00000000"])
    #expect(draft.document(beside: "x").contains("      - name: billing\n"))
  }

  @Test("the same directory gives the same bytes, in whatever order it comes")
  func order() throws {
    let applications = (1..<9).map {
      DraftScene.application($0, "app \($0 % 3)", [Directory.password($0 + 100)])
    }
    let one = try scene().draft(applications).document(beside: "x")
    let other = try scene().draft(applications.reversed()).document(beside: "x")
    #expect(one == other)
  }
}

extension InventoryDraft {
  /// The whole draft.
  fileprivate func document(beside inventory: String) -> String {
    var text = ""
    write(beside: inventory) { text += $0 }
    return text
  }
}
