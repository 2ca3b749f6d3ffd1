import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// `import` drafts what a directory has, and adds it to an inventory.
@Suite struct ImportCommandTests {
  typealias Watched = WatchedContoso

  private static let import_ = ["import", "--tenant", "contoso"]

  /// The usual tenant, with one application and one more secret that nobody declared.
  private static func scenario(
    watch: String = "inventory", script: [GraphStep] = []
  ) -> Scenario {
    var watched = Watched(
      watch: watch,
      secrets: [
        Watched.secret(),
        Watched.secret(Contoso.wrong, key: "aaaaaaaa-0000-4000-8000-000000000003", to: 200),
      ])
    watched.change = { directory in
      directory.applications.append(Watched.undeclared("Forgotten*\u{1B}[31m"))
      directory.applications[1].owners = [
        ListedOwner(displayName: "Kim", userPrincipalName: "kim@contoso.example")
      ]
      directory.applications[1].federations = [
        ListedFederation(name: "cluster", issuer: "https://c.example", subject: "a:b")
      ]
      directory.script = script
    }
    return watched.scenario
  }

  @Test("A draft names what nobody declared, and is an inventory that says what is to be filled in")
  func draft() async throws {
    try await Self.scenario().perform { stage in
      let before = try stage.contents(of: "in/inventory.yaml")
      let run = try await stage.run(Self.import_)
      #expect(run.status == .clean)
      #expect(
        run.output.hasSuffix(
          """
          version: 1
          tenants:
            - name: contoso
              authority: "\(Contoso.authority)"
              applications:
                - name: billing
                  client_id: \(Contoso.client)
                  credentials:
                    - name: billing 3
                      secret: { env: CONTOSO_BILLING_BILLING_3 }  # to be filled in
                      expires: 2027-06-06T11:06:40Z
                - name: Forgotten-
                  client_id: \(Watched.stranger)
                  owner: kim@contoso.example
                  credentials:
                    - name: old script
                      secret: { env: CONTOSO_FORGOTTEN_OLD_SCRIPT }  # to be filled in
                      expires: 2027-09-14T11:06:40Z
                    - name: cluster
                      # issuer: https://c.example
                      # subject: a:b
                      federated: { file: tokens/contoso-forgotten-cluster }  # to be filled in

          """))
      #expect(
        run.error == "3 credentials of 2 applications are new in the directory of contoso; "
          + "each has a reference to be filled in\n")
      #expect(try stage.contents(of: "in/inventory.yaml") == before)
      // Only the reader is tried, once, and nothing but reading is asked for.
      #expect(run.requests.filter { $0.endpoint == .token }.count == 1)
      #expect(run.requests.filter { $0.endpoint == .graph }.allSatisfy { $0.method == "GET" })
      try stage.write(.open(run.output), to: "in/draft.yaml")
      let valid = try await stage.run(["validate", "--inventory", stage.folder + "/in/draft.yaml"])
      #expect(valid.status == .unknown)
      #expect(valid.output.contains("CONTOSO_FORGOTTEN_OLD_SCRIPT"))
    }
  }

  @Test("An update adds what is new, shows it, and finds nothing new the next time")
  func update() async throws {
    try await Self.scenario().perform { stage in
      let before = try stage.text(of: "in/inventory.yaml")
      let path = stage.inventory
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      let run = try await stage.run(Self.import_ + ["--update", path])
      #expect(run.status == .clean && run.output.isEmpty)
      let after = try stage.text(of: "in/inventory.yaml")
      let added = run.error.split(separator: "\n").filter { $0.hasPrefix("+") }.dropFirst()
        .map { String($0.dropFirst()) }
      #expect(added.count == 3 + 11)
      let lines = after.components(separatedBy: "\n")
      var rest = added[...]
      let kept = lines.filter { line in
        guard line == rest.first else { return true }
        rest = rest.dropFirst()
        return false
      }
      #expect(rest.isEmpty && kept.joined(separator: "\n") == before)
      #expect(run.error.hasPrefix("--- \(path)\n+++ \(path)\n@@ -12,0 +13,14 @@\n+"))
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: stage.folder + "/in").count == 3)
      let valid = try await stage.run(["validate"])
      #expect(valid.status == .unknown)
      let again = try await stage.run(Self.import_ + ["--update", path])
      #expect(again.status == .clean)
      #expect(
        again.error == """
          the directory of contoso has nothing that the inventory lacks
          left out: 3 credentials that may be declared already under other names

          """)
      #expect(try stage.text(of: "in/inventory.yaml") == after)
    }
  }

  @Test("What has no place in the file is left out, counted and named, and the rest is added")
  func leftOut() async throws {
    var scenario = Self.scenario()
    scenario.inventory = scenario.inventory.replacing(
      "credentials:\n          - { name: primary, secret: { env: SECRET } }",
      with: "credentials: [{ name: primary, secret: { env: SECRET } }]")
    #expect(scenario.inventory.contains("credentials: ["), "\(scenario.inventory)")
    try await scenario.perform { stage in
      let run = try await stage.run(Self.import_ + ["--update", stage.inventory])
      #expect(run.status == .clean)
      let after = try stage.text(of: "in/inventory.yaml")
      #expect(after.contains("name: old script") && !after.contains("name: billing 3"))
      #expect(
        run.error.contains(
          "left out: 1 credential of 1 application without a place in the file"), "\(run.error)")
      #expect(run.error.contains("the credentials of \"billing\" are written in brackets"))
      let again = try await stage.run(Self.import_ + ["--update", stage.inventory])
      #expect(again.status == .clean && !again.error.contains("+++"))
      #expect(again.error.contains("without a place in the file"))
      #expect(try stage.text(of: "in/inventory.yaml") == after)
    }
  }

  @Test("A file that nobody may write is not replaced, and nothing is asked")
  func readOnly() async throws {
    try await Self.scenario().perform { stage in
      let before = try stage.contents(of: "in/inventory.yaml")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o444], ofItemAtPath: stage.inventory)
      let run = try await stage.run(Self.import_ + ["--update", stage.inventory])
      #expect(run.status == .usage && run.requests.isEmpty)
      #expect(run.error.contains("cannot write '\(stage.inventory)': permission denied"))
      #expect(try stage.contents(of: "in/inventory.yaml") == before)
    }
  }

  @Test("A link to an inventory stays one, and an included file is added to by its name")
  func included() async throws {
    var scenario = Self.scenario()
    let tenants = scenario.inventory.replacing("network: {  }\n", with: "")
    scenario.files["tenants.yaml"] = .open(tenants)
    scenario.inventory = "version: 1\ninclude: [linked.yaml]\n"
    try await scenario.perform { stage in
      let link = stage.folder + "/in/linked.yaml"
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: "tenants.yaml")
      let wrong = try await stage.run(Self.import_ + ["--update", stage.inventory])
      #expect(wrong.status == .usage && wrong.requests.isEmpty)
      #expect(wrong.error.contains("tenant 'contoso' does not stand in '\(stage.inventory)'"))
      #expect(wrong.error.contains("--update \(link)"))
      let run = try await stage.run(Self.import_ + ["--update", link])
      #expect(run.status == .clean)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "tenants.yaml")
      #expect(try stage.text(of: "in/tenants.yaml").contains("name: old script"))
    }
  }

  @Test(
    "A directory that was not read to its end gives no draft, and the inventory stays as it was",
    arguments: [
      (GraphFault.permissionMissing, "directory-refused", "Authorization_RequestDenied"),
      (.answer(.status(500)), "directory-", "page"),
      (.answer(.closeMidResponse), "directory-unanswered", "page"),
      (.truncated, "directory-malformed", "page"), (.loop, "directory-loop", "read before"),
      (.foreignLink(host: "evil.example"), "directory-foreign-link", "evil.example"),
      (.shortened(by: 1), "directory-miscounted", "announced"),
    ])
  func failures(_ fault: GraphFault, _ code: String, _ word: String) async throws {
    let scenario = Self.scenario(script: [
      .first(1, .applications, .answer(.normal)), .always(.applications, fault),
    ])
    try await scenario.perform { stage in
      let before = try stage.contents(of: "in/inventory.yaml")
      for arguments in [[], ["--update", stage.inventory]] {
        let run = try await stage.run(Self.import_ + arguments)
        #expect(run.status == .unknown && run.output.isEmpty)
        #expect(run.error.contains("the directory of 'contoso' was not read to its end"))
        #expect(run.error.contains("credaudit: error: \(code)"), "\(run.error)")
        #expect(run.error.contains(word), "\(run.error)")
        #expect(!run.requests.contains { $0.host == "evil.example" })
      }
      #expect(try stage.contents(of: "in/inventory.yaml") == before)
    }
  }

  @Test("Where the authority is not in order or the reader cannot be read, that is said")
  func neverAsked() async throws {
    var scenario = Self.scenario()
    scenario.world.tenants[0].script = [.always(.discovery, .status(404))]
    let authority = try await scenario.perform { try await $0.run(Self.import_) }
    #expect(authority.status == .unknown)
    #expect(authority.error.contains("authority-failed"))
    #expect(!authority.requests.contains { $0.endpoint == .graph })
    scenario = Self.scenario()
    scenario.environment = ["OTHER": Contoso.wrong]
    let reader = try await scenario.perform { try await $0.run(Self.import_) }
    #expect(reader.status == .unknown && reader.error.contains("reader-unusable"))
    #expect(!reader.requests.contains { $0.endpoint == .graph })
  }

  @Test("A token that expires between two pages is renewed")
  func expiredToken() async throws {
    let scenario = Self.scenario(script: [.first(1, .servicePrincipals, .expiredToken)])
    let run = try await scenario.perform { try await $0.run(Self.import_) }
    #expect(run.status == .clean && run.output.contains("name: old script"))
    #expect(run.requests.filter { $0.endpoint == .token }.count == 2)
  }

  @Test(
    "What cannot be imported is said before anything is asked",
    arguments: [
      (["--tenant", "contos"], "the inventory has no tenant 'contos'", "did you mean contoso?"),
      (["--tenant", "contoso", "--update", "/nowhere/x.yaml"], "/nowhere/x.yaml", "hint"),
      (["--tenant", "plain"], "does not say who reads the directory of 'plain'", "directory: {"),
      (["--tenant", "flow", "--update", "INVENTORY"], "are written in brackets", "by hand"),
    ])
  func usage(_ arguments: [String], _ message: String, _ hint: String) async throws {
    var scenario = Self.scenario()
    scenario.inventory += """
        - { name: plain, authority: "\(Contoso.authority)" }
        - name: flow
          authority: "\(Contoso.authority)"
          directory: { as: billing/primary }
          applications: [{ name: billing, client_id: "\(Contoso.client)",
            credentials: [{ name: primary, secret: { env: SECRET } }] }]

      """
    try await scenario.perform { stage in
      let before = try stage.contents(of: "in/inventory.yaml")
      let run = try await stage.run(
        ["import"] + arguments.map { $0 == "INVENTORY" ? stage.inventory : $0 })
      #expect(run.status == .usage)
      #expect(run.requests.isEmpty && run.output.isEmpty)
      #expect(run.error.contains(message) && run.error.contains(hint), "\(run.error)")
      #expect(try stage.contents(of: "in/inventory.yaml") == before)
    }
  }

  @Test("A signal ends it, and nothing is written")
  func interrupted() async throws {
    try await Self.scenario().perform { stage in
      let before = try stage.contents(of: "in/inventory.yaml")
      let interruption = stage.interruption
      stage.onRequest { if interruption.status == nil { interruption.receive(.terminated) } }
      let run = try await stage.run(Self.import_ + ["--update", stage.inventory])
      #expect(run.status == .terminated && run.output.isEmpty)
      #expect(try stage.contents(of: "in/inventory.yaml") == before)
    }
  }
}
