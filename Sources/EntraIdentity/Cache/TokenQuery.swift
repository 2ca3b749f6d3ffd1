/// Which token is wanted.
package struct TokenQuery: Hashable, Sendable {
  /// Whose.
  var partition: TokenPartition
  /// What for, sorted and each once.
  let scopes: [String]
  /// A claims challenge, which no cached token answers.
  let challenge: String?

  package init(partition: TokenPartition, scopes: [String], challenge: String? = nil) {
    self.partition = partition
    self.scopes = scopes
    self.challenge = challenge
  }
}
