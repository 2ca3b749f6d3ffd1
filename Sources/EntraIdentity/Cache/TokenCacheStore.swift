/// Where a ``TokenCache`` keeps tokens beyond the process: a file, a database, a vault.
///
/// It is asked for one partition at a time, so that a store need not read or write all tokens for
/// one. Whoever implements it protects what is stored: tokens are bearer values.
public protocol TokenCacheStore: Sendable {
  /// Reads the tokens of one partition.
  /// - Parameter partition: Whose tokens.
  /// - Returns: The tokens, those that have ended included or not.
  /// - Throws: Where they cannot be read. The cache then goes on without.
  func load(_ partition: TokenPartition) async throws -> [TokenRecord]

  /// Writes one token into a partition, in the place of one for the same scopes.
  /// - Parameters:
  ///   - record: The token.
  ///   - partition: Whose it is.
  /// - Throws: Where it cannot be written. The cache keeps it in memory.
  func save(_ record: TokenRecord, in partition: TokenPartition) async throws

  /// Removes an application's tokens.
  /// - Parameters:
  ///   - environment: The host that stands for the cloud, as in ``TokenPartition/environment``.
  ///   - clientID: The application.
  ///   - realm: The tenant, or nil for all of them.
  /// - Throws: Where they cannot be removed.
  func remove(environment: String, clientID: String, realm: String?) async throws
}
