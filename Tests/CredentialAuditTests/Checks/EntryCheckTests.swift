import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("What is said of a credential that only the directory knows")
struct EntryCheckTests {
  private typealias Directory = DirectoryFixture

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var directory: DirectoryFixture
    /// Of the entry with number 1.
    var isDeclared = true
    var beside: [Int] = []
    var mayBeDeclared = false
    let expiry: String
    let credential: [String]
  }

  private static func secrets(
    _ passwords: DirectoryPassword..., change: (inout DirectoryFixture) -> Void = { _ in }
  ) -> DirectoryFixture {
    var directory = Directory(passwords: passwords)
    change(&directory)
    return directory
  }

  private static let used = Directory.password(2, hint: "Xyz", from: -90, to: 300)

  /// Two certificates for single sign-on, of which the first has ended.
  private static func signing(now thumbprint: String) -> DirectoryFixture {
    Directory(
      principalKeys: [
        Directory.key(1, usage: "Sign", to: -1, identifier: [UInt8](repeating: 1, count: 20)),
        Directory.key(2, usage: "Sign", to: 300, identifier: [UInt8](repeating: 2, count: 20)),
      ], signingThumbprint: thumbprint)
  }

  static let cases = [
    Case(
      testDescription: "an undeclared application's is information, its end is judged",
      directory: secrets(Directory.password(1, to: 3)), isDeclared: false,
      expiry: "critical expires-soon", credential: ["skipped not-declared"]),
    Case(
      testDescription: "an undeclared application's that is well",
      directory: secrets(Directory.password(1, to: 300)), isDeclared: false, expiry: "pass ok",
      credential: ["skipped not-declared"]),
    Case(
      testDescription: "an ended leftover beside the one in use alarms nobody",
      directory: secrets(Directory.password(1, to: -1), used), beside: [2],
      expiry: "skipped leftover-ended", credential: ["warning leftover-ended"]),
    Case(
      testDescription: "an ended one that another undeclared one has taken over",
      directory: secrets(Directory.password(1, to: -1), used), isDeclared: false,
      expiry: "skipped leftover-ended", credential: ["skipped not-declared"]),
    Case(
      testDescription: "an ended one that nothing has taken over is an alarm",
      directory: secrets(Directory.password(1, to: -29)), isDeclared: false,
      expiry: "critical expired", credential: ["skipped not-declared"]),
    Case(
      testDescription: "and not for ever", directory: secrets(Directory.password(1, to: -31)),
      isDeclared: false, expiry: "warning ended-long-ago", credential: ["skipped not-declared"]),
    Case(
      testDescription: "of a declared application it stays one until somebody acts",
      directory: secrets(Directory.password(1, to: -31)), expiry: "critical expired",
      credential: ["warning leftover-ended"]),
    Case(
      testDescription: "one that encrypts has not taken over from one that proves",
      directory: Directory(keys: [
        Directory.key(1, to: -1), Directory.key(2, usage: "Encrypt", to: 300),
      ]), isDeclared: false, expiry: "critical expired", credential: ["skipped not-declared"]),
    Case(
      testDescription: "nor has a symmetric key",
      directory: Directory(keys: [
        Directory.key(1, to: -1), Directory.key(2, type: "Symmetric", to: 300),
      ]), isDeclared: false, expiry: "critical expired", credential: ["skipped not-declared"]),
    Case(
      testDescription: "one that encrypts is no way in",
      directory: Directory(keys: [Directory.key(1, usage: "Encrypt"), Directory.key(2)]),
      beside: [2], expiry: "pass ok", credential: ["skipped encrypts-tokens"]),
    Case(
      testDescription: "a living one of another kind takes nothing over",
      directory: secrets(Directory.password(1, to: -1)) { $0.keys = [Directory.key(2)] },
      isDeclared: false, expiry: "critical expired", credential: ["skipped not-declared"]),
    Case(
      testDescription: "one beside the one in use is a way in",
      directory: secrets(Directory.password(1), used), beside: [2], expiry: "pass ok",
      credential: ["warning leftover-live"]),
    Case(
      testDescription: "a newer one begins a rotation",
      directory: secrets(Directory.password(1, from: -5, to: 300), used), beside: [2],
      expiry: "pass ok", credential: ["skipped newer-beside"]),
    Case(
      testDescription: "a newer one that nobody took for a month",
      directory: secrets(Directory.password(1, from: -31, to: 300), used), beside: [2],
      expiry: "pass ok", credential: ["warning leftover-live"]),
    Case(
      testDescription: "a declared one that was not found may be it",
      directory: secrets(Directory.password(1)), mayBeDeclared: true, expiry: "pass ok",
      credential: ["skipped not-told-apart"]),
    Case(
      testDescription: "it never ends", directory: secrets(Directory.password(1, to: nil)),
      isDeclared: false, expiry: "warning no-end-date", credential: ["skipped not-declared"]),
    Case(
      testDescription: "it ends in the year 2299",
      directory: secrets(Directory.password(1, to: 99_500)), isDeclared: false,
      expiry: "warning too-long-lived", credential: ["skipped not-declared"]),
    Case(
      testDescription: "it has not begun",
      directory: secrets(Directory.password(1, from: 2, to: 300)), isDeclared: false,
      expiry: "skipped not-begun", credential: ["skipped not-declared"]),
    Case(
      testDescription: "what signs for single sign-on is no way in, and ends like all",
      directory: Directory(principalKeys: [Directory.key(1, usage: "Sign", to: 20)]),
      expiry: "warning expires-soon", credential: ["skipped signs-for-sso"]),
    Case(
      testDescription: "what signs now and has ended is an alarm, whatever newer one is there",
      directory: signing(now: "0101010101010101010101010101010101010101"),
      expiry: "critical expired", credential: ["warning leftover-ended"]),
    Case(
      testDescription: "what signed before is none",
      directory: signing(now: "0202020202020202020202020202020202020202"),
      expiry: "skipped leftover-ended", credential: ["warning leftover-ended"]),
    Case(
      testDescription: "it stands on the service principal",
      directory: Directory(principalPasswords: [Directory.password(1)]), expiry: "pass ok",
      credential: ["warning leftover-live", "warning on-service-principal"]),
    Case(
      testDescription: "a federation has no end",
      directory: Directory(federations: [
        DirectoryFederation(
          id: Directory.id(1), name: "gh", issuer: "https://i", subject: "s", audiences: ["a"])
      ]), isDeclared: false, expiry: "skipped no-expiry-kind",
      credential: ["skipped not-declared"]),
  ]

  @Test("by what the directory has beside it", arguments: cases)
  func entry(_ row: Case) throws {
    let findings = CheckCatalog.judge(
      try row.directory.entry(
        1, isDeclared: row.isDeclared, beside: row.beside, mayBeDeclared: row.mayBeDeclared))
    #expect(Directory.words(findings, .credentialExpiry) == [row.expiry])
    #expect(Directory.words(findings, .directoryCredential) == row.credential)
    for check in [CheckID.credentialSource, .credentialAcquisition, .credentialToken] {
      #expect(Directory.words(findings, check) == ["skipped directory-only"])
    }
    for finding in findings where finding.verdict != .pass {
      #expect(finding.cause != nil && finding.fix != nil, "\(finding.code)")
    }
  }

  @Test("it is called by its id, and spoken of by its names")
  func names() throws {
    let directory = Self.secrets(Directory.password(1, to: 3, name: "ci\u{1B}[31m deploy"))
    let (declared, other) = (
      try directory.entry(1), try directory.entry(1, isDeclared: false)
    )
    #expect(
      declared.name.text == "contoso/billing/00000000-0000-4000-8000-000000000001")
    #expect(
      other.name.text == "contoso/\(Directory.client)/00000000-0000-4000-8000-000000000001")
    #expect(declared.words == "secret 'ci deploy'")
    #expect(other.words == "secret 'ci deploy' of 'Billing sync'")
  }

  @Test("a declared credential that has its id for a name does not hide it")
  func sameName() throws {
    var directory = Self.secrets(Directory.password(1))
    directory.name = "00000000-0000-4000-8000-000000000001"
    #expect(
      try directory.entry(1).name.text
        == "contoso/billing/00000000-0000-4000-8000-000000000001 (directory)")
  }

  @Test("its owner is the inventory's where that names one for its application")
  func owners() throws {
    var directory = Self.secrets(Directory.password(1))
    #expect(try directory.entry(1).owner == "jo@contoso.example")
    #expect(try directory.entry(1, isDeclared: false).owner == "jo@contoso.example")
    directory.owner = "team@contoso.example"
    #expect(try directory.entry(1).owner == "team@contoso.example")
    directory.owners = []
    #expect(try directory.entry(1, isDeclared: false).owner == "tenant@contoso.example")
  }
}
