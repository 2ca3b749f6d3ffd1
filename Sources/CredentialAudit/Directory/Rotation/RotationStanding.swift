/// Where a credential's rotation stood when a run told it, for reports.
package struct RotationStanding: Sendable, Hashable {
  package let step: RotationStep
  /// What to do next, in words; nil where there is nothing to do.
  package let nextStep: String?
  /// Whether an earlier run told it, and the run itself could not.
  package let isOfEarlierRun: Bool

  /// The evidence that ``words`` tells in full.
  package static let nextStepName = RotationPast.Name.next

  /// Nil where a finding's evidence tells of no rotation.
  package init?(_ evidence: Evidence) {
    let last = RotationPast.Name.carried + RotationPast.Name.step
    guard let word = evidence[RotationPast.Name.step] ?? evidence[last],
      let step = RotationStep(rawValue: word)
    else { return nil }
    self.step = step
    nextStep = evidence[RotationPast.Name.next]
    isOfEarlierRun = evidence[RotationPast.Name.step] == nil
  }

  /// `the older one is removable: remove it`, as a sentence's part.
  package var words: String {
    let standing =
      switch step {
      case .one: "one of its kind"
      case .newerAdded: "a newer one is there"
      case .newerUsed: "the newer one is in use"
      case .removable: "the older one is removable"
      case .removed: "the older one was removed"
      }
    let since = isOfEarlierRun ? " when the directory was last read" : ""
    return standing + since + (nextStep.map { "; next: \($0)" } ?? "")
  }
}

extension CredentialRecord {
  /// Where its rotation stands; nil where its directory tells nothing of one.
  package var rotation: RotationStanding? {
    findings.lazy.filter { $0.check == .directoryCredential }
      .compactMap { RotationStanding($0.evidence) }.first
  }
}
