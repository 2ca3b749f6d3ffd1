/// The family that an authority belongs to; it decides the path, discovery, issuer and assertion.
public enum AuthorityKind: String, Hashable, Sendable, CaseIterable, Codable {
  /// Microsoft Entra ID, in any cloud.
  case entra
  /// Azure AD B2C.
  case b2c
  /// Microsoft Entra External ID for customers.
  case ciam
  /// Active Directory Federation Services.
  case adfs
  /// Microsoft's internal dSTS.
  case dsts
  /// Any other issuer that follows OpenID Connect Discovery.
  case oidc
}
