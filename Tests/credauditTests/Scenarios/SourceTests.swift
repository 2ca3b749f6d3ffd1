import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// References that cannot be read, and secrets that do not look like one.
@Suite struct SourceTests {
  struct Unreadable: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let reference: String
    let code: String
    var environment: [String: String] = [:]
    var hint: String?
  }

  static let unreadable = [
    Unreadable(
      testDescription: "a variable that is not set", reference: "env: SECRET",
      code: "variable-not-set"),
    Unreadable(
      testDescription: "a variable in other letter case", reference: "env: SECRET",
      code: "variable-not-set", environment: ["Secret": Contoso.secret], hint: "Secret is set"),
    Unreadable(
      testDescription: "a variable that is empty", reference: "env: SECRET",
      code: "variable-empty", environment: ["SECRET": ""]),
    Unreadable(
      testDescription: "a file that is not there", reference: "file: nowhere",
      code: "file-not-found"),
    Unreadable(
      testDescription: "a folder", reference: "file: .", code: "file-not-regular"),
    Unreadable(
      testDescription: "a command that is not there", reference: "command: [/nowhere/vault, get]",
      code: "command-not-started"),
    Unreadable(
      testDescription: "a command that fails", reference: "command: [/bin/false]",
      code: "command-failed"),
    Unreadable(
      testDescription: "a command that says nothing", reference: "command: [/bin/true]",
      code: "command-output-empty"),
  ]

  @Test("A reference that cannot be read is unknown, and only its own", arguments: unreadable)
  func isUnreadable(_ unreadable: Unreadable) async throws {
    var scenario = Scenario()
    scenario.environment = unreadable.environment.merging(["GOOD": Contoso.secret]) { first, _ in
      first
    }
    scenario.inventory = Contoso.inventory(
      "name: primary, secret: { \(unreadable.reference) }, expires: 2027-06-30",
      "name: second, secret: { env: GOOD }, expires: 2027-06-30")
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == ["unknown \(unreadable.code)"])
    #expect(run.found(.credentialAcquisition) == ["skipped depends-on-source"])
    #expect(run.found(.credentialAcquisition, of: "contoso/billing/second") == ["pass ok"])
    if let hint = unreadable.hint {
      #expect(run.findings(.credentialSource).first?.fix?.contains(hint) == true)
    }
    #expect(run.asked(.token) == 1)
    #expect(run.status == .unknown)
  }

  static let odd: [(String, String)] = [
    ("8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4", "secret-looks-like-id"),
    ("${BILLING_SECRET}", "secret-placeholder"),
    ("changeme", "secret-placeholder"),
    ("\"Abc8Q~quoted.secret-of-billing\"", "secret-quoted"),
    (" Abc8Q~blank.secret-of-billing", "secret-blank-at-end"),
    ("Abc8Q~return.secret-of-billing\r", "secret-carriage-return"),
    ("Abc8Q~first.line\nAbc8Q~second.line", "secret-several-lines"),
    ("Abc8Q~t\u{FF}pographic.secret", "secret-not-ascii"),
  ]

  @Test("A secret that does not look like one is warned of and tried all the same", arguments: odd)
  func looksWrong(_ secret: String, _ code: String) async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = secret
    scenario.world = Contoso.world(Contoso.app(secret))
    scenario.inventory = Contoso.inventory(
      client: "77c1d3a9-0b5e-4c56-8a9f-1d2e3f405162", Contoso.usual)
    scenario.world.tenants[0].applications[0].clientID = "77c1d3a9-0b5e-4c56-8a9f-1d2e3f405162"
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == ["warning \(code)"])
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.status == .clean)
  }

  @Test(
    "A file that others may read or write is warned of",
    arguments: [
      (0o644, "file-readable-by-others"), (0o640, "file-readable-by-others"),
      (0o602, "file-writable-by-others"),
    ])
  func permissions(_ mode: Int, _ code: String) async throws {
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.files = ["secret": .secret(Contoso.secret + "\n", mode: mode)]
    scenario.inventory = Contoso.inventory(
      "name: primary, secret: { file: secret }, expires: 2027-06-30")
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == ["warning \(code)"])
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.status == .clean)
    #expect(try await scenario.audit("--fail-on", "warning").status == .findings)
  }

  @Test("A secret in a file may end with a newline")
  func newline() async throws {
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.files = ["secret": .secret(Contoso.secret + "\n")]
    scenario.inventory = Contoso.inventory(
      "name: primary, secret: { file: secret }, expires: 2027-06-30")
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == ["pass ok"])
    #expect(run.status == .clean)
  }

  @Test("Two applications with one secret are both told; one in two tenants is not")
  func shared() async throws {
    let mailer = "22222222-2222-4333-8444-555555555555"
    let second = "fab00000-0000-4000-8000-00000000fab1"
    var scenario = Scenario()
    scenario.world = Contoso.world {
      $0.applications.append(.secret("mailer", clientID: mailer, Contoso.secret))
    }
    scenario.world.tenants.append(
      .entra("fabrikam", id: second, [Contoso.app(Contoso.wrong, client: mailer)]))
    scenario.world.tenants.append(
      .entra("tailspin", id: Contoso.other, [Contoso.app(Contoso.wrong, client: mailer)]))
    scenario.environment["OTHER"] = Contoso.wrong
    scenario.inventory =
      Contoso.inventory() + """
              - name: mailer
                client_id: \(mailer)
                credentials: [{ name: primary, secret: { env: SECRET }, expires: 2027-06-30 }]
          - name: fabrikam
            authority: https://login.microsoftonline.com/\(second)
            applications:
              - name: mailer
                client_id: \(mailer)
                credentials: [{ name: primary, secret: { env: OTHER }, expires: 2027-06-30 }]
          - name: tailspin
            authority: https://login.microsoftonline.com/\(Contoso.other)
            applications:
              - name: mailer
                client_id: \(mailer)
                credentials: [{ name: primary, secret: { env: OTHER }, expires: 2027-06-30 }]

        """
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == ["warning shared-secret"])
    #expect(
      run.findings(.credentialSource).first?.evidence["also_used_by"] == "contoso/mailer")
    #expect(run.found(.credentialSource, of: "contoso/mailer/primary") == ["warning shared-secret"])
    #expect(run.found(.credentialSource, of: "fabrikam/mailer/primary") == ["pass ok"])
    #expect(run.found(.credentialSource, of: "tailspin/mailer/primary") == ["pass ok"])
  }

  @Test("A command's output is a secret, where the inventory is nobody else's to write")
  func command() async throws {
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.files = ["kept": .secret(Contoso.secret + "\n")]
    try await scenario.perform { stage in
      let inventory = Contoso.inventory(
        "name: primary, secret: { command: [/bin/cat, \(stage.folder)/in/kept] }, expires: 2027-06-30"
      )
      try stage.write(.open(inventory), to: "in/inventory.yaml")
      let run = try await stage.audit()
      #expect(run.found(.credentialSource) == ["pass ok"])
      #expect(run.found(.credentialAcquisition) == ["pass ok"])
      #expect(run.status == .clean)

      for command in [["validate"], ["audit", "--offline"]] {
        let without = try await stage.run(command)
        #expect(without.status == .unknown)
        #expect((without.output + without.error).contains("command"))
      }

      try FileManager.default.setAttributes(
        [.posixPermissions: 0o777], ofItemAtPath: stage.folder + "/in")
      let open = try await stage.audit()
      #expect(open.found(.credentialSource) == ["unknown command-not-allowed"])
      #expect(open.asked(.token) == 0)
      #expect(open.status == .unknown)
    }
  }
}
