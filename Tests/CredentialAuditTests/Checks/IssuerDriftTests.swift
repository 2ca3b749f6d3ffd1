import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("What is said of the issuer whose assertions a federated credential takes")
struct IssuerDriftTests {
  private typealias Directory = DirectoryFixture

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let look: IssuerLook?
    /// Of a declared credential that was refused, of one that works, and of one that nobody declared.
    let words: [String?]
  }

  private static func unexpected(
    _ reason: UnexpectedResponse.Reason, _ status: Int
  ) -> IssuerLook {
    .answered(
      .noDocument(
        .unexpected(
          UnexpectedResponse(
            reason: reason, status: status, contentType: "text/html", host: "i.example"))))
  }

  private static func transport(_ kind: TransportError.Kind) -> IssuerLook {
    .answered(
      .noDocument(.transport(TransportError(kind: kind, host: "i.example", detail: "nobody there")))
    )
  }

  private static func proven(_ code: String) -> [String?] {
    ["critical \(code)", "warning \(code)", "warning \(code)"]
  }

  private static let unanswered: [String?] = [
    "warning federated-issuer-unanswered", nil, "warning federated-issuer-unanswered",
  ]

  static let cases = [
    Case(testDescription: "not looked at", look: nil, words: [nil, nil, nil]),
    Case(
      testDescription: "in order", look: .answered(.confirmed(keys: 2)), words: [nil, nil, nil]),
    Case(
      testDescription: "another issuer", look: .answered(.otherIssuer("https://i.example")),
      words: proven("federated-issuer-differs")),
    Case(
      testDescription: "no issuer", look: .answered(.otherIssuer(nil)),
      words: proven("federated-issuer-differs")),
    Case(
      testDescription: "no place for keys", look: .answered(.noKeySet("http://i.example/jwks")),
      words: proven("federated-issuer-without-keys")),
    Case(
      testDescription: "no keys", look: .answered(.noKeys(skipped: 3)),
      words: proven("federated-issuer-without-keys")),
    Case(
      testDescription: "no URL", look: .unaskable(.notAURL),
      words: proven("federated-issuer-not-public")),
    Case(
      testDescription: "an address", look: .unaskable(.notPublic),
      words: proven("federated-issuer-not-public")),
    Case(
      testDescription: "not found", look: unexpected(.notJSON, 404),
      words: proven("federated-issuer-undocumented")),
    Case(
      testDescription: "JSON that is none", look: unexpected(.malformedJSON, 200),
      words: proven("federated-issuer-undocumented")),
    Case(
      testDescription: "keys not found",
      look: .answered(
        .keysUnanswered(
          .unexpected(
            UnexpectedResponse(reason: .empty, status: 410, contentType: nil, host: "i.example")))),
      words: proven("federated-issuer-undocumented")),
    Case(testDescription: "a portal", look: unexpected(.notJSON, 200), words: unanswered),
    Case(
      testDescription: "a redirect", look: unexpected(.redirect(toHost: "evil.example"), 302),
      words: unanswered),
    Case(testDescription: "a sign-in", look: unexpected(.notJSON, 403), words: unanswered),
    Case(testDescription: "a fault", look: unexpected(.empty, 503), words: unanswered),
    Case(testDescription: "no such name", look: transport(.dns), words: unanswered),
    Case(testDescription: "nobody listens", look: transport(.refused), words: unanswered),
    Case(testDescription: "silence", look: transport(.timeout), words: unanswered),
    Case(
      testDescription: "a private certificate", look: transport(.tlsUntrusted), words: unanswered),
    Case(testDescription: "a proxy's refusal", look: transport(.proxy), words: unanswered),
    Case(
      testDescription: "the run's end", look: transport(.deadline),
      words: [
        "unknown federated-issuer-not-asked", nil, "unknown federated-issuer-not-asked",
      ]),
    Case(
      testDescription: "more than are asked", look: .beyond(limit: 100),
      words: [
        "unknown federated-issuer-not-asked", "unknown federated-issuer-not-asked",
        "unknown federated-issuer-not-asked",
      ]),
  ]

  @Test(
    "what it answers wrongly is a fault, and what does not answer here proves little",
    arguments: cases)
  func drift(row: Case) {
    let found = [(true, false), (true, true), (false, false)].map { isDeclared, isTaken in
      IssuerDrift(
        evidence: ["key_id": "1"], look: row.look, isTaken: isTaken, isDeclared: isDeclared
      ).finding(.directoryCredential)
    }
    #expect(found.map { $0.map { "\($0.verdict.rawValue) \($0.code)" } } == row.words)
    for finding in found.compactMap(\.self) {
      #expect(finding.cause != nil && finding.fix != nil)
      #expect(finding.evidence["key_id"] == "1")
    }
  }

  @Test("what a stranger's document says is shown cleaned and cut")
  func untrusted() throws {
    let text = "https://i.example/\u{1B}[31m\u{202E}" + String(repeating: "x", count: 10_000)
    for answer in [AssertionIssuerAnswer.otherIssuer(text), .noKeySet(text)] {
      let finding = try #require(
        IssuerDrift(evidence: [:], look: .answered(answer), isTaken: false, isDeclared: false)
          .finding(.directoryCredential))
      for shown in [finding.summary] + finding.evidence.items.map(\.value) {
        #expect(shown.utf8.count < 1_500)
        #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
      }
    }
  }

  private static func federated(_ number: Int, _ issuer: String) -> DirectoryFederation {
    DirectoryFederation(
      id: Directory.id(number), name: "gh", issuer: issuer, subject: "s", audiences: ["a"])
  }

  @Test("it stands beside what else is said of an entry, and the proof of having looked with it")
  func entry() throws {
    let directory = Directory(federations: [Self.federated(1, "https://i.example")])
    var observation = try directory.entry(1, isDeclared: false)
    observation.issuer = .answered(.otherIssuer("https://i.example/"))
    #expect(
      Directory.words(CheckCatalog.judge(observation), .directoryCredential)
        == ["skipped not-declared", "warning federated-issuer-differs"])
    observation.issuer = .answered(.confirmed(keys: 1))
    let findings = CheckCatalog.judge(observation).filter { $0.check == .directoryCredential }
    #expect(findings.map(\.code) == ["not-declared"])
    #expect(findings[0].evidence["issuer_answer"] == "its own document, and 1 usable key")
  }

  @Test("each issuer is named once, and none that nobody wants to hear of")
  func issuers() throws {
    var directory = Directory(federations: [
      Self.federated(1, "https://i.example"), Self.federated(2, "https://I.example"),
      Self.federated(3, "https://i.example"), Self.federated(4, "https://quiet.example/realm"),
    ])
    directory.ignored = ["https://quiet.example/*", "Nothing"]
    let held = try #require(DirectorySweep.Held(directory.observation))
    let sweep = DirectorySweep(
      of: directory.tenant, DirectoryIndex(directory.snapshot), held: [held],
      filter: ScopeFilter(RunScope()), now: Directory.now)
    #expect(sweep.issuers == ["https://i.example", "https://I.example"])
  }
}
