import EntraIdentity
import EntraSimulator
import Foundation
import Testing

@testable import CredentialAudit

@Suite("Which of the directory's entries a credential is")
struct EntryMatchTests {
  private typealias Directory = DirectoryFixture

  /// Such as `found 1 by hint`, `several 1 2`, `missing`.
  private func words(_ match: EntryMatch?) -> String {
    func number(_ entry: DirectoryEntry) -> String {
      String(Int(entry.keyID.suffix(12)) ?? -1)
    }
    switch match {
    case nil: return "nothing"
    case .found(let entry, let how): return "found \(number(entry)) by \(how)"
    case .several(let entries): return "several " + entries.map(number).joined(separator: " ")
    case .differs(let entry, let fields):
      return "differs \(number(entry)) in " + fields.joined(separator: " ")
    case .missing: return "missing"
    case .notComparable(let code, _): return code
    }
  }

  struct Held: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let passwords: [DirectoryPassword]
    var fitting: [Int] = []
    var expires: Double?
    var hasToken = true
    let match: String
  }

  static let secrets = [
    Held(
      testDescription: "the one that begins so",
      passwords: [Directory.password(1, hint: "Xyz"), Directory.password(2)], fitting: [2],
      match: "found 2 by hint"),
    Held(
      testDescription: "an ended leftover does not hide the living one, first in the list or last",
      passwords: [
        Directory.password(1, to: -1), Directory.password(2), Directory.password(3, to: -50),
      ], fitting: [1, 2, 3], match: "found 2 by hint and dates"),
    Held(
      testDescription: "one that has not begun is not in use",
      passwords: [Directory.password(1), Directory.password(2, from: 1, to: 200)],
      fitting: [1, 2], match: "found 1 by hint and dates"),
    Held(
      testDescription: "the one that ended, where no other fits",
      passwords: [Directory.password(1, to: -1), Directory.password(2, hint: "Xyz")],
      fitting: [1], hasToken: false, match: "found 1 by hint"),
    Held(
      testDescription: "of two that live, the one that ends when the inventory says",
      passwords: [Directory.password(1, to: 100), Directory.password(2, to: 200)],
      fitting: [1, 2], expires: 200.5, match: "found 2 by hint and dates"),
    Held(
      testDescription: "of two that live, nothing tells which",
      passwords: [Directory.password(1, to: 100), Directory.password(2, to: 200)],
      fitting: [1, 2], match: "several 1 2"),
    Held(
      testDescription: "a date that fits none tells nothing",
      passwords: [Directory.password(1, to: 100), Directory.password(2, to: 200)],
      fitting: [1, 2], expires: 150, match: "several 1 2"),
    Held(
      testDescription: "equal names are no reason",
      passwords: [Directory.password(1, hint: "Xyz", name: "primary")], match: "missing"),
    Held(testDescription: "there is none", passwords: [], match: "missing"),
    Held(
      testDescription: "an old one without a hint, where the service takes it",
      passwords: [Directory.password(1, hint: nil), Directory.password(2, hint: "Xyz")],
      match: "found 1 by being the only living one without a hint"),
    Held(
      testDescription: "an ended one that begins so is not what the service takes",
      passwords: [Directory.password(1, to: -1), Directory.password(2, hint: nil)], fitting: [1],
      match: "found 2 by being the only living one without a hint"),
    Held(
      testDescription: "and is it where nothing was taken",
      passwords: [Directory.password(1, to: -1), Directory.password(2, hint: nil)], fitting: [1],
      hasToken: false, match: "found 1 by hint"),
    Held(
      testDescription: "an old one without a hint proves nothing where it was refused",
      passwords: [Directory.password(1, hint: nil)], hasToken: false, match: "hint-unknown"),
    Held(
      testDescription: "without an end, and without a beginning",
      passwords: [Directory.password(1, from: nil, to: nil)], fitting: [1],
      match: "found 1 by hint"),
  ]

  @Test("a secret is known by its first characters and by dates", arguments: secrets)
  func secret(_ held: Held) {
    let directory = Directory(
      passwords: held.passwords, expires: held.expires.map(Directory.days),
      hasToken: held.hasToken, fitting: Set(held.fitting.map(Directory.id)))
    #expect(words(directory.observation.match) == held.match)
  }

  @Test("a secret that nobody could read is compared with nothing")
  func unreadSecret() {
    let problem = SourceProblem(.variableNotSet, "not set")
    let directory = Directory(passwords: [Directory.password(1)], source: .unreadable(problem))
    #expect(words(directory.observation.match) == "depends-on-source")
  }

  @Test("only which hints fit is kept of a secret, and a hint is compared byte by byte")
  func hints() {
    let directory = Directory(passwords: [
      Directory.password(1, hint: "Abc"), Directory.password(2, hint: "abc"),
      Directory.password(3, hint: ""), Directory.password(4, hint: nil),
      Directory.password(5, hint: "Abc8Q~right"),
    ])
    let source = SurveyedSource(
      observation: .read(SourceFacts()), credential: .secret(Secret("Abc8Q~right"), .post))
    let fitting = source.fittingEntries(
      of: ClientID(Directory.client), in: directory.snapshot)
    #expect(fitting == [Directory.id(1), Directory.id(5)])
    #expect(source.fittingEntries(of: ClientID("text"), in: directory.snapshot).isEmpty)
    #expect(source.fittingEntries(of: ClientID(Directory.client), in: nil).isEmpty)
  }

  private static let reference = CertificateReference(
    file: "a.pem", key: nil, passphrase: nil, sendX5C: false)

  private func certificate(_ number: Int) throws -> CertificateCredential {
    let minted = try MintedCertificate.client(
      "billing", key: .reusableRSA(number), notBefore: Directory.days(-30),
      notAfter: Directory.days(300))
    return try CertificateLoader.load(
      certificate: Array(minted.pem.utf8), key: Array(minted.keyPEM.utf8), passphrase: nil,
      sendsChain: false)
  }

  private func bytes(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.utf8.count, by: 2).compactMap { offset in
      UInt8(hex.dropFirst(offset).prefix(2), radix: 16)
    }
  }

  /// Every form in which a writer may have put a thumbprint.
  private func forms(_ facts: CertificateFacts) -> [[UInt8]] {
    let (sha1, sha256) = (facts.thumbprintSHA1, facts.thumbprintSHA256)
    let pairs = stride(from: 0, to: 40, by: 2).map { String(sha1.dropFirst($0).prefix(2)) }
    let base64 = Data(bytes(sha256)).base64EncodedString()
    let texts = [
      sha1, sha1.lowercased(), pairs.joined(separator: ":"), sha256, base64,
      base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""),
      Data(bytes(sha1)).base64EncodedString(),
    ]
    return [bytes(sha1), bytes(sha256)] + texts.map { Array($0.utf8) }
  }

  @Test("a certificate is known by its thumbprint, in whatever form the directory has it")
  func thumbprints() throws {
    let (ours, other) = (try certificate(1), try certificate(2))
    var directory = Directory(
      kind: .certificate(Self.reference),
      source: .read(SourceFacts(credential: ours)))
    for form in forms(ours.facts) {
      directory.keys = [
        Directory.key(1, identifier: bytes(other.facts.thumbprintSHA1)),
        Directory.key(2, identifier: form),
      ]
      #expect(words(directory.observation.match).hasPrefix("found 2 by SHA-"))
    }
    for wrong in [nil, [], [1, 2, 3], Array("no thumbprint at all".utf8)] + forms(other.facts) {
      directory.keys = [Directory.key(1, identifier: wrong)]
      #expect(words(directory.observation.match) == "missing")
    }
  }

  @Test("the certificate itself is believed before an identifier, which may be a lie")
  func certificateWins() throws {
    let credential = try certificate(1)
    let (ours, other) = (credential.facts, try certificate(2).facts)
    func known(_ facts: CertificateFacts) -> DirectoryKey.Certificate {
      DirectoryKey.Certificate(
        thumbprintSHA1: facts.thumbprintSHA1, thumbprintSHA256: facts.thumbprintSHA256,
        notBefore: facts.notBefore, notAfter: facts.notAfter)
    }
    var directory = Directory(
      keys: [
        Directory.key(1, identifier: bytes(ours.thumbprintSHA1), certificate: known(other)),
        Directory.key(2, identifier: bytes(other.thumbprintSHA1), certificate: known(ours)),
      ], kind: .certificate(Self.reference),
      source: .read(SourceFacts(credential: credential)))
    #expect(words(directory.observation.match) == "found 2 by SHA-256 thumbprint")
    directory.keys.removeLast()
    #expect(words(directory.observation.match) == "missing")
  }

  private func assertion(
    issuer: String = "https://token.example/repo/", subject: String = "repo:a/b:ref:Main",
    audience: String = "api://AzureADTokenExchange"
  ) throws -> ForeignAssertion {
    let claims = try JSONSerialization.data(
      withJSONObject: ["iss": issuer, "sub": subject, "aud": audience])
    func part(_ data: Data) -> String {
      data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        .replacing("=", with: "")
    }
    let token = part(Data(#"{"alg":"RS256"}"#.utf8)) + "." + part(claims) + ".c2ln"
    return try #require(ForeignAssertion(Secret(token)))
  }

  struct Federated: Sendable {
    var issuer = "https://token.example/repo/"
    var subject: String? = "repo:a/b:ref:Main"
    var audiences = ["api://AzureADTokenExchange"]
    var asserted = "repo:a/b:ref:Main"
    let match: String
  }

  @Test(
    "a federated credential is compared letter by letter, case and slash included",
    arguments: [
      Federated(match: "found 1 by issuer, subject and audience"),
      Federated(issuer: "https://token.example/repo", match: "differs 1 in issuer"),
      // Swift calls them equal, and the service does not.
      Federated(
        subject: "repo:a/caf\u{e9}", asserted: "repo:a/cafe\u{301}", match: "differs 1 in subject"),
      Federated(issuer: "https://Token.example/repo/", match: "differs 1 in issuer"),
      Federated(subject: "repo:a/b:ref:main", match: "differs 1 in subject"),
      Federated(subject: "repo:a/b:ref:other", match: "differs 1 in subject"),
      Federated(audiences: ["api://azureadtokenexchange"], match: "differs 1 in audience"),
      Federated(
        issuer: "https://elsewhere.example", subject: "other", match: "missing"),
      Federated(subject: nil, match: "federation-by-expression"),
      Federated(
        issuer: "https://elsewhere.example", subject: nil, match: "missing"),
    ])
  func federated(_ row: Federated) throws {
    let directory = Directory(
      federations: [
        DirectoryFederation(
          id: Directory.id(1), name: "gh", issuer: row.issuer, subject: row.subject,
          audiences: row.audiences)
      ], kind: .federated(.reference(.env("A"))),
      source: .read(SourceFacts(assertion: try assertion(subject: row.asserted))))
    #expect(words(directory.observation.match) == row.match)
  }

  @Test("what a managed identity vouched with is compared too, and nothing where nothing was read")
  func vouched() throws {
    var directory = Directory(
      federations: [
        DirectoryFederation(
          id: Directory.id(1), name: "vm", issuer: "https://token.example/repo/",
          subject: "repo:a/b:ref:Main", audiences: ["api://AzureADTokenExchange"])
      ], kind: .federated(.managedIdentity(.system)),
      source: .kept(by: .virtualMachine, problem: nil), acquired: try assertion())
    #expect(
      words(directory.observation.match) == "found 1 by issuer, subject and audience")
    directory.acquired = nil
    #expect(words(directory.observation.match) == "depends-on-source")
    directory.federations = nil
    #expect(words(directory.observation.match) == "federations-not-read")
    // A guest's are in its own directory.
    directory.isThere = false
    #expect(words(directory.observation.match) == "missing")
  }
}
