package import Foundation

/// A service principal (enterprise application) as the directory has it. What it holds proves the
/// application in this tenant only.
package struct DirectoryPrincipal: Sendable, Hashable {
  package let objectID: UUID
  /// The client id of the application that it stands for.
  package let appID: UUID
  /// As somebody wrote it: untrusted, and not unique.
  package let displayName: String?
  /// Nil where the directory does not say.
  package let createdAt: Date?
  package let isEnabled: Bool
  /// The tenant that the application is registered in; nil for managed identities and old ones.
  package let appOwnerTenantID: UUID?
  /// `Application`, `ManagedIdentity`, `Legacy`, `SocialIdp`.
  package let type: String?
  /// `saml` for single sign-on by SAML.
  package let singleSignOnMode: String?
  /// Which of the SAML certificates signs, by SHA-1 in upper-case hex.
  package let preferredSigningThumbprint: String?
  package let passwords: [DirectoryPassword]
  package let keys: [DirectoryKey]

  package init(
    objectID: UUID, appID: UUID, displayName: String?, createdAt: Date?, isEnabled: Bool,
    appOwnerTenantID: UUID?, type: String?, singleSignOnMode: String?,
    preferredSigningThumbprint: String?,
    passwords: [DirectoryPassword], keys: [DirectoryKey]
  ) {
    self.objectID = objectID
    self.appID = appID
    self.displayName = displayName
    self.createdAt = createdAt
    self.isEnabled = isEnabled
    self.appOwnerTenantID = appOwnerTenantID
    self.type = type
    self.singleSignOnMode = singleSignOnMode
    self.preferredSigningThumbprint = preferredSigningThumbprint
    self.passwords = passwords
    self.keys = keys
  }
}
