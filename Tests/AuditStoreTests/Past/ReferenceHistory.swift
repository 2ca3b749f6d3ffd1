import CredentialAudit
import Foundation

/// What history should say, written the slow way: every look is kept, and each question is answered
/// by walking back over them.
struct ReferenceHistory {
  /// What is expected of one subject in one run.
  struct Expected: Equatable {
    let name: SubjectName
    let verdict: Verdict
    let change: Change
    var course: SubjectCourse?
    /// Of the finding that matters.
    var past: FindingPast?
  }

  private struct Look {
    let start: Date
    /// What was seen, and what became of it.
    let seen: Verdict
    let verdict: Verdict
    let code: String
    let thumbprint: String
  }

  /// Since it was last seen for the first time.
  private var looks: [SubjectName: [Look]] = [:]
  private var known: Set<SubjectName> = []

  mutating func expect(_ night: RandomNight) -> [Expected] {
    var expected = night.sights.map { expect($0, in: night) }
    guard night.isWhole, !night.offline else { return expected }
    for name in RandomNight.subjects where !night.inventory.contains(name) {
      guard night.tenants.isEmpty || night.tenants.contains(name.tenant) else { continue }
      guard looks[name]?.isEmpty == false else { continue }
      looks[name] = []
      expected.append(Expected(name: name, verdict: .skipped, change: .gone))
    }
    return expected
  }

  private mutating func expect(_ sight: RandomNight.Sight, in night: RandomNight) -> Expected {
    let isNew = known.insert(sight.name).inserted
    guard !night.offline, sight.verdict != .skipped else {
      return Expected(
        name: sight.name, verdict: sight.verdict, change: isNew ? .firstSeen : .unchanged)
    }
    let before = looks[sight.name] ?? []
    let silent = before.reversed().prefix { $0.seen == .unknown }.last?.start ?? night.start
    let unknownSince = sight.verdict == .unknown ? silent : nil
    let isOverdue = unknownSince.map { night.start > $0 + 3 * 86_400 } ?? false
    let verdict = isOverdue ? .critical : sight.verdict
    let all =
      before + [
        Look(
          start: night.start, seen: sight.verdict, verdict: verdict, code: sight.code,
          thumbprint: sight.thumbprint)
      ]
    looks[sight.name] = all
    let same = all.reversed().prefix { $0.verdict == verdict }
    let failing = all.reversed().prefix { $0.verdict != .pass }
    let answers = all.reversed().prefix { $0.verdict == verdict && $0.code == sight.code }
    let lastTen = all.suffix(10).map { $0.verdict == .pass }
    return Expected(
      name: sight.name, verdict: verdict,
      change: Self.change(from: before.last, to: verdict, sight.thumbprint),
      course: SubjectCourse(
        since: same.last?.start ?? night.start, failingSince: failing.last?.start,
        lastPassedAt: all.last { $0.verdict == .pass }?.start, streak: same.count,
        isFlapping: zip(lastTen, lastTen.dropFirst()).count { $0 != $1 } >= 3),
      past: FindingPast(
        since: answers.last?.start ?? night.start, isNew: answers.count == 1,
        unknownSince: unknownSince))
  }

  private static func change(
    from before: Look?, to verdict: Verdict, _ thumbprint: String
  ) -> Change {
    guard let before else { return .firstSeen }
    if before.thumbprint != thumbprint { return .rotated }
    let order: [Verdict] = [.pass, .warning, .unknown, .critical]
    let (old, new) = (
      order.firstIndex(of: before.verdict) ?? 0, order.firstIndex(of: verdict) ?? 0
    )
    if new == old { return .unchanged }
    if new > old { return .worse }
    return new == 0 ? .recovered : .better
  }
}
