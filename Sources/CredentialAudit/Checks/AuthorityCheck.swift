/// One question asked of an authority: a value, pure, without clock or network.
package struct AuthorityCheck: Sendable {
  package let id: CheckID
  /// The question, as a person would ask it.
  package let question: String
  /// The standard or page that the rule is from.
  package let reference: String
  /// Answers it: one finding, or several where finer ones exist.
  package let evaluate: @Sendable (AuthorityObservation) -> [Finding]
}
