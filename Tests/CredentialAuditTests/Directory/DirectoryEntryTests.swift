import Foundation
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("Entries of a directory", .timeLimit(.minutes(10)))
struct DirectoryEntryTests {
  private let scene = DirectoryScene()

  private func application(_ credentials: String) async throws -> DirectoryApplication {
    var contents = DirectoryScene.contents
    contents.applications = [DirectoryScene.application(1, credentials: credentials)]
    return try #require(try await scene.snapshot(ScriptedGraph(contents)).applications.first)
  }

  private func key(_ members: String) async throws -> DirectoryKey {
    let id = DirectoryScene.id(3, 1)
    let found = try await application(
      #""passwordCredentials":[],"keyCredentials":[{"keyId":"\#(id)",\#(members)}]"#)
    return try #require(found.keys.first)
  }

  @Test("a certificate is read with its own dates, beyond 2049 too")
  func certificate() async throws {
    let begin = Date(timeIntervalSince1970: 1_700_000_000)
    let end = Date(timeIntervalSince1970: 2_600_000_000)
    let der = try CertificateMint.der("billing", from: begin, to: end)
    let key = try await key(
      #""type":"AsymmetricX509Cert","usage":"Verify","displayName":"CN=billing","#
        + #""startDateTime":"2023-11-14T22:13:20Z","endDateTime":"2052-05-22T14:13:21Z","#
        + #""customKeyIdentifier":"2iD8ppbE+D6Kmu1ZvjM2jtQh88E=","#
        + #""key":"\#(Data(der).base64EncodedString())""#)
    #expect(key.certificate?.notBefore == begin)
    #expect(key.certificate?.notAfter == end)
    #expect(key.end == Date(timeIntervalSince1970: 2_600_000_001))
    #expect(key.certificate?.thumbprintSHA1.count == 40)
    #expect(key.certificate?.thumbprintSHA256.count == 64)
    #expect(key.customKeyIdentifier == GraphFormTests.thumbprint)
    #expect(key.type == "AsymmetricX509Cert")
  }

  @Test(
    "a key that is no certificate is a key all the same",
    arguments: [
      "null", #""""#, #""AAAA""#, #""no Base64!""#, #""MIICuDCCAaCgAwIBAgIIYXJs...""#,
      #""MIIBAQ==""#,
    ])
  func noCertificate(_ text: String) async throws {
    let key = try await key(#""key":\#(text),"endDateTime":"2027-01-01T00:00:00Z""#)
    #expect(key.certificate == nil)
    #expect(key.end != nil)
    #expect(key.type == nil)
  }

  @Test("what is null and what is missing are the same: not known")
  func unknowns() async throws {
    let (first, second) = (DirectoryScene.id(3, 1), DirectoryScene.id(3, 2))
    let found = try await application(
      #""passwordCredentials":[{"keyId":"\#(first)"},{"keyId":"\#(second)","displayName":null,"#
        + #""hint":null,"startDateTime":null,"endDateTime":null,"customKeyIdentifier":null,"#
        + #""secretText":null}],"keyCredentials":[]"#)
    #expect(found.passwords.count == 2)
    for password in found.passwords {
      #expect(password.displayName == nil)
      #expect(password.hint == nil)
      #expect(password.start == nil)
      #expect(password.end == nil)
      #expect(password.customKeyIdentifier == nil)
    }
  }

  @Test("the ends of the far future are dates like others")
  func farEnds() async throws {
    let id = DirectoryScene.id(3, 1)
    let found = try await application(
      #""passwordCredentials":[{"keyId":"\#(id)","endDateTime":"9999-12-31T23:59:59.9999999Z"},"#
        + #"{"keyId":"\#(id)","endDateTime":"2299-12-30T00:00:00Z"}],"keyCredentials":[]"#)
    #expect(found.passwords.map { $0.end?.utcDay } == ["9999-12-31", "2299-12-30"])
  }

  static let wrong: [(String, String)] = [
    (#""passwordCredentials":[]"#, "value[0].keyCredentials is no array"),
    (
      #""passwordCredentials":null,"keyCredentials":[]"#, "value[0].passwordCredentials is no array"
    ),
    (
      #""passwordCredentials":{},"keyCredentials":[]"#, "value[0].passwordCredentials is no array"
    ),
    (
      #""passwordCredentials":["x"],"keyCredentials":[]"#,
      "value[0].passwordCredentials[0] is no object"
    ),
    (
      #""passwordCredentials":[],"keyCredentials":[{}]"#,
      "value[0].keyCredentials[0].keyId is missing"
    ),
    (
      #""passwordCredentials":[{"keyId":7}],"keyCredentials":[]"#,
      "value[0].passwordCredentials[0].keyId is no text"
    ),
    (
      #""passwordCredentials":[{"keyId":"{00000001-0000-4000-8000-00000000000}"}],"#
        + #""keyCredentials":[]"#,
      "value[0].passwordCredentials[0].keyId is no GUID"
    ),
    (
      #""passwordCredentials":[{"keyId":"00000001-0000-4000-8000-000000000001","#
        + #""endDateTime":"soon"}],"keyCredentials":[]"#,
      "value[0].passwordCredentials[0].endDateTime is no date"
    ),
    (
      #""passwordCredentials":[],"keyCredentials":[{"keyId":"#
        + #""00000001-0000-4000-8000-000000000001","key":[1]}]"#,
      "value[0].keyCredentials[0].key is no text"
    ),
    (
      #""passwordCredentials":[],"keyCredentials":[{"keyId":"#
        + #""00000001-0000-4000-8000-000000000001","customKeyIdentifier":1}]"#,
      "value[0].keyCredentials[0].customKeyIdentifier is no text"
    ),
    (
      #""isDisabled":"no","passwordCredentials":[],"keyCredentials":[]"#,
      "value[0].isDisabled is neither true nor false"
    ),
  ]

  @Test("a wrong type or form names its page and member, and nothing is read", arguments: wrong)
  func malformed(_ credentials: String, _ text: String) async throws {
    var contents = DirectoryScene.contents
    contents.applications[2] = DirectoryScene.application(3, credentials: credentials)
    let failure = try #require(try await scene.failure(ScriptedGraph(contents)))
    #expect(failure.collection == "applications")
    #expect(failure.page == 2)
    guard case .malformed(text) = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
  }

  @Test(
    "disabled is who was disabled by the owner or by the service",
    arguments: [
      (#""isDisabled":true"#, true), (#""isDisabled":false"#, false),
      (#""isDisabled":null"#, false),
      (#""disabledByMicrosoftStatus":"NotDisabled""#, false),
      (#""disabledByMicrosoftStatus":"DisabledDueToViolationOfServicesAgreement""#, true),
      (#""isDisabled":false,"disabledByMicrosoftStatus":"SomethingNew""#, true),
    ])
  func disabled(_ members: String, _ isDisabled: Bool) async throws {
    let found = try await application(members + #","passwordCredentials":[],"keyCredentials":[]"#)
    #expect(found.isDisabled == isDisabled)
  }

  @Test("names are cleaned and cut, and what is compared exactly is neither")
  func untrusted() async throws {
    var contents = DirectoryScene.contents
    let long = String(repeating: "x", count: 400)
    contents.applications = [
      DirectoryScene.application(1).replacing("App 1", with: #"A\u001b[2Jpp\u202e\n1 \#(long)"#)
    ]
    let issuer = #"https://token.example/\u200b/ "#
    contents.federations = [
      DirectoryScene.id(1, 1): "["
        + DirectoryScene.federation(1).replacing("https://token.example/", with: issuer) + "]"
    ]
    let found = try await scene.snapshot(ScriptedGraph(contents)).applications[0]
    #expect(found.displayName?.hasPrefix("App 1 xxx") == true)
    #expect(found.displayName?.unicodeScalars.count == 256)
    #expect(found.federations?.first?.issuer == "https://token.example/\u{200B}/ ")
  }

  @Test("a federated credential without an issuer, or with one of a book's length, is malformed")
  func federations() async throws {
    for issuer in ["null", "\"" + String(repeating: "x", count: 5_000) + "\"", "1"] {
      var contents = DirectoryScene.contents
      contents.federations[DirectoryScene.id(1, 2)] =
        "["
        + DirectoryScene.federation(1).replacing(#""https://token.example/""#, with: issuer)
        + "]"
      let failure = try #require(try await scene.failure(ScriptedGraph(contents)))
      #expect(failure.collection == "federatedIdentityCredentials")
      guard case .malformed(let text) = failure.reason else {
        Issue.record("\(failure.reason)")
        return
      }
      #expect(text.hasPrefix("value[1].federatedIdentityCredentials[0].issuer"))
    }
  }
}
