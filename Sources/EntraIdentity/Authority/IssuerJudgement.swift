/// Whether a document's issuer is the authority's.
public enum IssuerJudgement: Hashable, Sendable {
  /// It is.
  case accepted
  /// It is not; what would have been right (one or more forms), and what the document says.
  case mismatch(expected: [String], found: String)
  /// The document has none.
  case missing
}
