package import Foundation

/// A finding of a subject's last live look, as far as the next look is compared with it.
package struct EarlierFinding: Sendable, Hashable {
  /// What two findings have in common of which nothing has changed.
  struct Answer: Hashable {
    let question: FindingIdentity
    let verdict: Verdict
    let code: String
  }

  let answer: Answer
  let since: Date
  let unknownSince: Date?
  /// Whether somebody answered for it.
  let isAnswered: Bool

  /// - Parameters:
  ///   - finding: What was found; of its evidence only the stable part matters.
  ///   - since: When this answer began, as far as is known.
  ///   - unknownSince: When this could first not be looked at, where it could not.
  ///   - isAnswered: Whether somebody answered for it.
  package init(_ finding: Finding, since: Date, unknownSince: Date?, isAnswered: Bool) {
    answer = Answer(finding)
    self.isAnswered = isAnswered
    self.since = since
    self.unknownSince = unknownSince
  }
}

extension EarlierFinding.Answer {
  init(_ finding: Finding) {
    question = FindingIdentity(of: finding)
    verdict = finding.verdict
    code = finding.code
  }
}
