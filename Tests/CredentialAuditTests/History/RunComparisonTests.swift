import CredentialAudit
import Foundation
import Testing

@Suite struct RunComparisonTests {
  static let start = Date(timeIntervalSince1970: 1_795_000_000)

  static func run(
    _ id: String, day: Double, complete: Bool = true, scope: RunScope = RunScope(),
    prunedAt: Date? = nil, inventory: String = "i.yaml"
  ) -> AuditRun {
    AuditRun(
      id: id, startedAt: start + day * 86_400, finishedAt: complete ? start : nil,
      toolVersion: "1", inventoryPath: inventory, inventorySHA256: "00", complete: complete,
      offline: false, scope: scope, prunedAt: prunedAt)
  }

  static let subject = SubjectName.credential(
    tenant: "contoso", application: "billing", credential: "primary")

  /// What one run said of the one credential.
  static func look(
    _ verdict: Verdict, _ subject: SubjectName = subject, isGone: Bool = false,
    firstSeen: Double = -100, owner: String? = "jo", tags: [String] = []
  ) -> SubjectLook {
    SubjectLook(
      subject: subject, firstSeenAt: start + firstSeen * 86_400,
      answer: LifeChange.Answer(verdict, "code"), isGone: isGone, kind: "secret", owner: owner,
      tags: tags, traits: nil)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var old: SubjectLook?
    var new: SubjectLook?
    var before = run("old", day: 0)
    var after = run("new", day: 1)
    var isRotated = false
    var change: Change?
    var omission: RunComparison.Omission?
    var testDescription: String { name }
  }

  static let met: [Case] = [
    Case(name: "the same", old: look(.pass), new: look(.pass)),
    Case(name: "worse", old: look(.warning), new: look(.critical), change: .worse),
    Case(
      name: "unknown is worse than a warning", old: look(.warning), new: look(.unknown),
      change: .worse),
    Case(name: "better", old: look(.critical), new: look(.unknown), change: .better),
    Case(name: "recovered", old: look(.critical), new: look(.pass), change: .recovered),
    Case(
      name: "a rotation wins over the verdict", old: look(.critical), new: look(.pass),
      isRotated: true, change: .rotated),
    Case(
      name: "a rotation with the same verdict", old: look(.pass), new: look(.pass),
      isRotated: true, change: .rotated),
    Case(name: "skipped before", old: look(.skipped), new: look(.pass), omission: .skipped),
    Case(name: "skipped now", old: look(.pass), new: look(.skipped), omission: .skipped),
    Case(
      name: "a run without an end counts what it reached", old: look(.pass), new: look(.critical),
      after: run("new", day: 1, complete: false), change: .worse),
    Case(
      name: "filtered runs compare what both looked at", old: look(.pass), new: look(.warning),
      before: run("old", day: 0, scope: RunScope(shard: "1/2")),
      after: run("new", day: 1, scope: RunScope(tags: ["other"])), change: .worse),
  ]

  static let missing: [Case] = [
    Case(name: "new", new: look(.pass, firstSeen: 1), change: .firstSeen),
    Case(name: "back after it was away", new: look(.pass), change: .firstSeen),
    Case(name: "gone", old: look(.critical), change: .gone),
    Case(
      name: "said to be gone", old: look(.pass), new: look(.skipped, isGone: true), change: .gone),
    Case(
      name: "said to be gone by a run that was cut short", old: look(.pass),
      new: look(.skipped, isGone: true), after: run("new", day: 1, complete: false), change: .gone),
    Case(
      name: "back after it was said to be gone", old: look(.skipped, isGone: true),
      new: look(.pass), change: .firstSeen),
    Case(name: "gone before and not there now", old: look(.skipped, isGone: true)),
    Case(name: "seen and gone in between", new: look(.skipped, isGone: true)),
    Case(
      name: "not reached by the later run", old: look(.pass),
      after: run("new", day: 1, complete: false), omission: .notReachedByNew),
    Case(
      name: "not reached by the earlier run", new: look(.pass),
      before: run("old", day: 0, complete: false), omission: .notReachedByOld),
    Case(
      name: "new, whatever the earlier run reached", new: look(.pass, firstSeen: 1),
      before: run("old", day: 0, complete: false), change: .firstSeen),
    Case(
      name: "no longer kept by the earlier run", new: look(.pass),
      before: run("old", day: 0, prunedAt: start), omission: .prunedFromOld),
    Case(
      name: "new, whatever the earlier run keeps", new: look(.pass, firstSeen: 1),
      before: run("old", day: 0, prunedAt: start), change: .firstSeen),
    Case(
      name: "no longer kept by the later run", old: look(.pass),
      after: run("new", day: 1, prunedAt: start), omission: .prunedFromNew),
  ]

  @Test("what only another inventory has is neither gone nor new")
  func inventories() {
    let comparison = RunComparison(
      of: Self.run("old", day: 0), [Self.look(.pass), Self.look(.pass, .authority(tenant: "a"))],
      with: Self.run("new", day: 1, inventory: "other.yaml"),
      [Self.look(.critical), Self.look(.pass, .authority(tenant: "b"), firstSeen: 1)], rotated: [])
    #expect(comparison.differences.map(\.change) == [.worse])
    #expect(comparison.omitted == [.outsideOld: 1, .outsideNew: 1])
  }

  /// A filter of the run that did not meet it.
  static let filtered: [(RunScope, Bool)] = [
    (RunScope(tenants: ["cont*"]), true), (RunScope(tenants: ["fabrikam"]), false),
    (RunScope(applications: ["billing"]), true), (RunScope(applications: ["mail"]), false),
    (RunScope(owners: ["j?"]), true), (RunScope(owners: ["mia"]), false),
    (RunScope(tags: ["prod"]), false), (RunScope(tenants: ["contoso"], tags: ["prod"]), false),
    (RunScope(shard: "1/2"), false),
  ]

  @Test("a subject that both runs met, or one that only one could have", arguments: met + missing)
  func outcome(_ test: Case) {
    let comparison = RunComparison(
      of: test.before, [test.old].compactMap(\.self), with: test.after,
      [test.new].compactMap(\.self), rotated: test.isRotated ? [Self.subject] : [])
    #expect(comparison.differences.map(\.change) == [test.change].compactMap(\.self))
    #expect(comparison.omitted == (test.omission.map { [$0: 1] } ?? [:]))
    let isInBoth = Self.met.contains { $0.name == test.name } && test.omission == nil
    #expect(comparison.compared == (isInBoth ? 1 : 0))
  }

  @Test("what the other run was not asked for is neither gone nor new", arguments: filtered)
  func coverage(_ scope: RunScope, _ isAsked: Bool) {
    let whole = (Self.run("old", day: 0), Self.run("new", day: 1))
    let gone = RunComparison(
      of: whole.0, [Self.look(.pass)], with: Self.run("new", day: 1, scope: scope), [], rotated: [])
    #expect(gone.differences.map(\.change) == (isAsked ? [.gone] : []))
    #expect(gone.omitted == (isAsked ? [:] : [.outsideNew: 1]))
    let new = RunComparison(
      of: Self.run("old", day: 0, scope: scope), [], with: whole.1,
      [Self.look(.pass, firstSeen: 1)], rotated: [])
    #expect(new.differences.map(\.change) == (isAsked ? [.firstSeen] : []))
    #expect(new.omitted == (isAsked ? [:] : [.outsideOld: 1]))
  }

  @Test(
    "an authority was asked for where a credential of its tenant was",
    arguments: [("jo", Change.gone), ("mia", nil)])
  func authority(_ owner: String, _ change: Change?) {
    let authority = Self.look(.pass, .authority(tenant: "contoso"), owner: "identity-team")
    let comparison = RunComparison(
      of: Self.run("old", day: 0), [authority, Self.look(.pass)],
      with: Self.run("new", day: 1, scope: RunScope(owners: [owner])), [], rotated: [])
    let found = comparison.differences.filter { $0.subject.application == nil }.map(\.change)
    #expect(found == [change].compactMap(\.self))
  }

  @Test("what gets worse comes first, then the worst verdict, then the name")
  func order() {
    let names = ["a", "b", "c", "d", "e"].map { SubjectName.authority(tenant: $0) }
    let verdicts: [(Verdict, Verdict)] = [
      (.critical, .pass), (.pass, .warning), (.pass, .critical), (.critical, .warning),
      (.warning, .critical),
    ]
    let comparison = RunComparison(
      of: Self.run("old", day: 0), zip(names, verdicts).map { Self.look($1.0, $0) },
      with: Self.run("new", day: 1), zip(names, verdicts).map { Self.look($1.1, $0) }, rotated: [])
    #expect(comparison.differences.map(\.subject.text) == ["c", "e", "b", "a", "d"])
    #expect(comparison.compared == 5)
  }
}
