package import EntraIdentity

/// Where the reading of a directory has its access tokens from.
package protocol DirectoryTokens: Sendable {
  /// A token for the cloud's Graph.
  /// - Parameter renewed: Whether the one that was given before is not taken any more, so that it must
  ///   be another one, from the network.
  /// - Returns: The access token.
  /// - Throws: Why there is none.
  func token(renewed: Bool) async throws(IdentityError) -> Secret
}
