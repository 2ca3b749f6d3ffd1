import AuditStore
import CredentialAudit
import Foundation
import Testing

@Suite struct ChangeTests {
  /// One look at the credential `primary`, and what it is expected to be called.
  struct Look: Sendable {
    var verdict = Verdict.pass
    var offline = false
    var absent = false
    var source = "env SECRET"
    var ends: Int?
    var from = "certificate"
    var thumbprint: String?
    let change: Change
  }

  struct Life: Sendable, CustomTestStringConvertible {
    let name: String
    let looks: [Look]
    var testDescription: String { name }
  }

  static let lives: [Life] = [
    Life(
      name: "gets worse, better and recovers",
      looks: [
        Look(change: .firstSeen), Look(change: .unchanged),
        Look(verdict: .warning, change: .worse), Look(verdict: .critical, change: .worse),
        Look(verdict: .unknown, change: .better), Look(verdict: .critical, change: .worse),
        Look(verdict: .warning, change: .better), Look(change: .recovered),
        Look(change: .unchanged),
      ]),
    Life(
      name: "recovers from every bad verdict at once",
      looks: [
        Look(verdict: .critical, change: .firstSeen), Look(change: .recovered),
        Look(verdict: .unknown, change: .worse), Look(change: .recovered),
        Look(verdict: .warning, change: .worse), Look(change: .recovered),
      ]),
    Life(
      name: "an offline run compares nothing and overwrites nothing",
      looks: [
        Look(verdict: .critical, change: .firstSeen),
        Look(verdict: .pass, offline: true, change: .unchanged),
        Look(verdict: .critical, change: .unchanged),
        Look(verdict: .warning, offline: true, thumbprint: "X", change: .unchanged),
        Look(change: .recovered),
      ]),
    Life(
      name: "the first live look is the first, whatever offline runs said",
      looks: [
        Look(verdict: .critical, offline: true, change: .firstSeen),
        Look(offline: true, change: .unchanged),
        Look(change: .firstSeen), Look(change: .unchanged),
      ]),
    Life(
      name: "a run that does not look at it, or skips it, changes nothing",
      looks: [
        Look(verdict: .critical, change: .firstSeen),
        Look(absent: true, change: .unchanged),
        Look(verdict: .critical, change: .unchanged),
        Look(verdict: .skipped, change: .unchanged), Look(change: .recovered),
      ]),
    Life(
      name: "skipped at first is not yet a look",
      looks: [
        Look(verdict: .skipped, change: .firstSeen), Look(verdict: .skipped, change: .unchanged),
        Look(verdict: .warning, change: .firstSeen), Look(change: .recovered),
      ]),
    Life(
      name: "another thumbprint is a rotation, which wins over the verdict",
      looks: [
        Look(verdict: .critical, thumbprint: "A", change: .firstSeen),
        Look(thumbprint: "B", change: .rotated), Look(thumbprint: "B", change: .unchanged),
        Look(verdict: .critical, thumbprint: "C", change: .rotated),
      ]),
    Life(
      name: "another end and another reference are rotations",
      looks: [
        Look(ends: 10, change: .firstSeen), Look(ends: 400, change: .rotated),
        Look(source: "file s.txt", ends: 400, change: .rotated),
        Look(source: "file s.txt", ends: 400, change: .unchanged),
      ]),
    Life(
      name: "what could not be read is no rotation, and is not forgotten",
      looks: [
        Look(ends: 10, thumbprint: "A", change: .firstSeen),
        Look(verdict: .unknown, ends: 30, from: "inventory", change: .worse),
        Look(ends: 10, thumbprint: "A", change: .recovered),
        Look(verdict: .unknown, change: .worse),
        Look(ends: 10, thumbprint: "B", change: .rotated),
      ]),
    Life(
      name: "another file that cannot be read on its first night is rotated once",
      looks: [
        Look(source: "file a.pem", ends: 10, thumbprint: "A", change: .firstSeen),
        Look(verdict: .unknown, source: "file b.pem", change: .rotated),
        Look(source: "file b.pem", ends: 400, thumbprint: "B", change: .recovered),
        Look(source: "file b.pem", ends: 800, thumbprint: "C", change: .rotated),
      ]),
    Life(
      name: "an end that was not known before is no other end",
      looks: [Look(change: .firstSeen), Look(ends: 10, change: .unchanged)]),
  ]

  @Test("the change is what happened since the last comparable look", arguments: lives)
  func changes(life: Life) throws {
    let scratch = try Scratch()
    var stored: [(Change, StoredRun)] = []
    for (number, look) in life.looks.enumerated() {
      let credential = sampleCredential(
        "primary", look.verdict, source: look.source, ends: look.ends.map(day),
        from: look.ends.map { _ in look.from }, thumbprint: look.thumbprint)
      let run = try scratch.record(
        "\(number)", at: day(number), offline: look.offline,
        credentials: [sampleCredential("other")] + (look.absent ? [] : [credential]))
      if !look.absent { stored.append((look.change, run)) }
    }
    // After the last run, so that no later one can have rewritten an earlier one's.
    for (number, (change, run)) in stored.enumerated() {
      let found = try run.credentials().filter { $0.credential == "primary" }.map(\.change)
      #expect(found == [change], "look \(number)")
    }
  }

  @Test("what a record says of its own change is not looked at")
  func decidedHere() throws {
    var credential = sampleCredential()
    credential.change = .gone
    let scratch = try Scratch()
    let stored = try scratch.record("1", credentials: [credential])
    #expect(try stored.credentials().map(\.change) == [.firstSeen])
  }

  @Test("an authority has changes too, and its address is no rotation")
  func authorities() throws {
    let scratch = try Scratch()
    func authority(_ url: String, _ verdict: Verdict) -> AuthorityRecord {
      AuthorityRecord(
        tenant: "contoso", authority: url, kind: "entra", cloud: "public", tenantID: nil,
        findings: [Finding(check: .authorityURL, verdict: verdict, code: "c", summary: "s")])
    }
    let runs = [
      try scratch.record("1", authorities: [authority("https://a", .pass)]),
      try scratch.record("2", authorities: [authority("https://b", .pass)]),
      try scratch.record("3", authorities: [authority("https://b", .critical)]),
    ]
    #expect(
      try runs.map { try $0.authorities()[0].change } == [.firstSeen, .unchanged, .worse])
    #expect(try runs.map { try $0.authorities()[0].authority }.last == "https://b")
  }

  @Test("a life is kept as verdict changes, a refusal with another code among them")
  func life() throws {
    let scratch = try Scratch()
    let looks: [(Verdict, String?)] = [
      (.pass, nil), (.pass, "other-ok"), (.critical, "AADSTS7000222"), (.critical, "AADSTS7000222"),
      (.critical, "AADSTS7000215"), (.pass, nil),
    ]
    for (number, look) in looks.enumerated() {
      try scratch.record(
        "run-\(number)", at: day(number),
        credentials: [sampleCredential("primary", look.0, code: look.1)])
    }
    try scratch.record("off", offline: true, credentials: [sampleCredential("primary", .unknown)])
    let rows = try scratch.lines(
      "SELECT run, change, old_verdict, old_code, verdict, code FROM verdict_change ORDER BY at")
    #expect(
      rows == [
        "run-0|first_seen|||pass|ok",
        "run-2|worse|pass|other-ok|critical|AADSTS7000222",
        "run-4|unchanged|critical|AADSTS7000222|critical|AADSTS7000215",
        "run-5|recovered|critical|AADSTS7000215|pass|ok",
      ])
  }
}
