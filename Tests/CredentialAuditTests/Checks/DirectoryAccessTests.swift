import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("Whether a directory may be read and was read whole")
struct DirectoryAccessTests {
  private typealias Directory = DirectoryFixture

  private func findings(
    _ directory: DirectoryObservation?, reader: CredentialObservation? = nil
  ) -> [Finding] {
    let tenant = Directory().tenant
    return AuthorityCheck.directory.evaluate(
      AuthorityObservation(
        tenant: tenant, reading: Authority.read(tenant.authority), examination: nil,
        isOffline: false, scopes: [], directory: directory, reader: reader))
  }

  private static let refusal = GraphRefusal(
    status: 500, code: "Service_\u{1B}[31mFault", message: "no", requestID: "r-1")

  static let reasons: [(DirectoryFailure.Reason, String)] = [
    (
      .noToken(
        .transport(TransportError(kind: .timeout, host: "login.example", detail: "20 s"))),
      "directory-no-token"
    ),
    (.permissionMissing(needed: "Application.Read.All"), "directory-permission-missing"),
    (.refused(refusal), "directory-refused"),
    (
      .failed(.transport(TransportError(kind: .timeout, host: "graph.example", detail: "20 s"))),
      "directory-unanswered"
    ),
    (.malformed("cut off"), "directory-malformed"),
    (.foreignLink(host: "evil.example"), "directory-foreign-link"),
    (.loop, "directory-loop"), (.miscounted(expected: 9, found: 8), "directory-miscounted"),
    (.tooMuch("2000 pages"), "directory-too-much"),
  ]

  @Test("whatever ended the reading, it is unknown, with collection and page", arguments: reasons)
  func failed(_ reason: DirectoryFailure.Reason, _ code: String) {
    let failure = DirectoryFailure(collection: "servicePrincipals", page: 7, reason: reason)
    let findings = findings(.failed(failure))
    #expect(Directory.words(findings, .directoryAccess) == ["unknown \(code)"])
    #expect(findings[0].evidence["collection"] == "servicePrincipals")
    #expect(findings[0].evidence["page"] == "7")
    #expect(findings[0].evidence["reader"] == "billing/primary")
    #expect(findings[0].cause != nil && findings[0].fix != nil)
    #expect(!findings[0].summary.contains("\u{1B}"))
  }

  @Test("a missing permission is named with the way to grant it")
  func permission() {
    let failure = DirectoryFailure(
      collection: "applications", page: 1,
      reason: .permissionMissing(needed: "Application.Read.All"))
    let finding = findings(.failed(failure))[0]
    #expect(finding.fix?.contains("the application permission Application.Read.All") == true)
    #expect(finding.evidence["permission"] == "Application.Read.All")
  }

  @Test("what was read whole says of how much")
  func read() {
    let finding = findings(.read(Directory().snapshot))[0]
    #expect(finding.verdict == .pass)
    #expect(
      ["applications", "service_principals", "requests"].map { finding.evidence[$0] }
        == ["1", "1", "3"])
  }

  struct Reader: Sendable {
    let end: Double?
    var kind = CredentialSource.secret(.env("S"))
    let found: [String]
  }

  @Test(
    "a reader that ends before the next runs leaves no green",
    arguments: [
      Reader(end: 200, found: ["pass ok"]), Reader(end: 31, found: ["pass ok"]),
      Reader(end: 20, found: ["warning reader-ends-soon"]),
      Reader(end: 6, found: ["critical reader-ends-soon"]),
      Reader(end: 0.5, found: ["critical reader-ends-soon"]),
      Reader(end: nil, found: ["warning reader-end-unknown"]),
      Reader(end: nil, kind: .managedIdentity(.system), found: ["pass ok"]),
      Reader(end: nil, kind: .federated(.reference(.env("A"))), found: ["pass ok"]),
    ])
  func reader(_ row: Reader) {
    var directory = Directory(kind: row.kind)
    directory.expires = row.end.map(Directory.days)
    let findings = findings(.read(directory.snapshot), reader: directory.observation)
    #expect(Directory.words(findings, .directoryAccess) == row.found)
  }

  @Test(
    "a reader's wrong date hides no end of the directory's, and one that never ends is told so",
    arguments: [
      (-1.0, 2.0, "critical reader-ends-soon"), (-1.0, 20.0, "warning reader-ends-soon"),
      (-1.0, 200.0, "pass ok"), (nil, nil, "warning no-end-date"),
    ] as [(Double?, Double?, String)])
  func readerOfDirectory(_ written: Double?, _ told: Double?, _ words: String) {
    var directory = Directory(
      passwords: [Directory.password(1, to: told)], hasToken: false, fitting: [Directory.id(1)])
    directory.expires = written.map(Directory.days)
    let findings = findings(.read(directory.snapshot), reader: directory.observation)
    #expect(Directory.words(findings, .directoryAccess) == [words])
  }

  @Test("nothing is said where there is no directory, and what was not read is open or skipped")
  func notRead() {
    #expect(findings(nil).isEmpty)
    #expect(findings(.notRead(code: "offline")).map(\.verdict) == [.skipped])
    for code in [
      "authority-failed", "reader-unusable", "directory-no-graph", "tenant-not-resolved",
    ] {
      #expect(findings(.notRead(code: code)).map(\.verdict) == [.unknown])
      #expect(findings(.notRead(code: code))[0].cause != nil)
    }
  }
}
