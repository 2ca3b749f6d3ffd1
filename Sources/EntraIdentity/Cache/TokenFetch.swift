/// How a token comes that the cache does not have.
struct TokenFetch: Sendable {
  /// Finds out whose the token will be: a tenant's domain is known by its GUID only once its
  /// document was read. What the network says of the authority is decided here.
  let resolve: @Sendable () async -> Result<TokenPartition, TokenError>
  /// Asks for the token.
  let request: @Sendable (RefreshReason) async -> Result<TokenRecord, TokenError>
}
