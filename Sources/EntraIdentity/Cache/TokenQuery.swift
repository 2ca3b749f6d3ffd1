/// Which token is wanted.
struct TokenQuery: Hashable, Sendable {
  /// Whose.
  var partition: TokenPartition
  /// What for, sorted and each once.
  let scopes: [String]
  /// A claims challenge, which no cached token answers.
  var challenge: String?
}
