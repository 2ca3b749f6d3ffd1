/// Where a declared credential's rotation stands, by one look and by the runs before it.
struct RotationCourse {
  /// For the finding: what this run tells, and what an earlier one told that this one could not.
  private(set) var evidence: Evidence

  /// - Parameters:
  ///   - look: What the directory shows.
  ///   - history: What the runs before told.
  ///   - day: The day of the run, in UTC.
  init(_ look: RotationLook, after history: RotationHistory, on day: String) {
    let past = history.past
    let before = past?.count.flatMap { $0.entry == look.entry ? $0 : nil }
    // Only beside an older one a try proves that it is not needed; a refusal disproves it always.
    let trial = look.step == .newerUsed || look.trial == .refused ? look.trial : .untold
    let count = (before ?? RotationCount(of: look.entry)).after(
      trial, on: day, isWhole: history.isWhole)
    evidence = [:]
    guard let seen = look.step, history.isWhole else {
      evidence.add(RotationPast.Name.step, look.step?.rawValue)
      let kept = past?.keeping(before == nil ? nil : count)
      evidence = Evidence(evidence.items + (kept?.carried ?? []))
      return
    }
    let gone = past?.gone(in: look) ?? []
    let step = Self.step(seen, count, gone)
    let told = RotationPast(
      step: step, count: seen == .one ? nil : count, older: look.older.map(\.keyID))
    evidence = told.evidence
    evidence.add(
      RotationPast.Name.removed, gone.isEmpty ? nil : gone.joined(separator: " "))
    evidence.add(RotationPast.Name.next, step.nextStep(older: look.living))
  }

  private static func step(
    _ seen: RotationStep, _ count: RotationCount, _ gone: [String]
  ) -> RotationStep {
    switch seen {
    case .newerUsed where count.isEnough: .removable
    case .one where !gone.isEmpty: .removed
    default: seen
    }
  }
}

extension RotationPast {
  /// The same with another count of what is in use; what more is alive is told elsewhere.
  fileprivate func keeping(_ count: RotationCount?) -> RotationPast {
    recounted(count ?? self.count, severalSince: nil)
  }

  fileprivate func recounted(_ count: RotationCount?, severalSince: String?) -> RotationPast {
    // After a refusal nothing is removable until it is shown again.
    let isShown = count?.isEnough ?? false
    return RotationPast(
      step: step == .removable && !isShown ? .newerUsed : step, count: count, older: older,
      severalSince: severalSince)
  }

  /// The older ones that are in the directory no more, though they were when it was last read.
  fileprivate func gone(in look: RotationLook) -> [String] {
    var known = older
    // What was in use then is an older one by now, unless somebody went back to what was before it.
    if let last = count?.entry, last != look.entry, !older.contains(look.entry) {
      known.append(last)
    }
    return known.filter { !look.present.contains($0) }
  }
}

extension CredentialObservation {
  /// What was told before, for a run that cannot tell it again. A refusal begins the count anew all the
  /// same.
  var carriedPast: RotationPast? {
    guard let past = history.past, trial == .refused else { return history.past }
    return past.recounted(
      past.count.map { RotationCount(of: $0.entry) }, severalSince: past.severalSince)
  }
}
