extension AssertionProvider {
  /// A managed identity that vouches for an application: its token is the application's assertion,
  /// so that there is no secret anywhere. The application's registration names the identity's tenant
  /// as issuer and its object id as subject.
  /// - Parameters:
  ///   - client: The identity. It must be a user-assigned one: others are not taken.
  ///   - audience: What the assertion is for; each cloud has its own, see
  ///     ``Cloud/federatedAudience``.
  /// - Returns: The provider, for ``ClientCredential/assertionProvider(_:)``.
  public static func managedIdentity(
    _ client: ManagedIdentityClient, audience: String = "api://AzureADTokenExchange"
  ) -> AssertionProvider {
    AssertionProvider { _ in try await client.acquireToken(for: audience).accessToken }
  }
}
