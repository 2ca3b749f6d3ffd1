package import Foundation

/// A service principal (enterprise application) as Graph lists it.
package struct ListedPrincipal: Sendable {
  package var id: String
  package var appID: String
  package var displayName: String?
  /// Nil as of very old ones.
  package var createdAt: Date?
  package var isEnabled: Bool
  /// The tenant that the application is registered in.
  package var appOwnerTenantID: String?
  /// `Application`, `ManagedIdentity`, `Legacy` or `SocialIdp`.
  package var type: String
  /// `saml` for single sign-on by SAML.
  package var singleSignOnMode: String?
  /// Which SAML certificate signs: SHA-1 in hex.
  package var preferredSigningThumbprint: String?
  package var passwords: [ListedPassword]
  package var keys: [ListedKey]

  package init(
    id: String = GUID.random(), appID: String, displayName: String?,
    createdAt: Date? = ListedApplication.usualCreation, isEnabled: Bool = true,
    appOwnerTenantID: String?, type: String = "Application", singleSignOnMode: String? = nil,
    preferredSigningThumbprint: String? = nil, passwords: [ListedPassword] = [],
    keys: [ListedKey] = []
  ) {
    self.id = id
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

  /// The service principal by which an application lives in its own tenant.
  package init(_ application: SimulatedApplication, in tenant: SimulatedTenant) {
    self.init(
      id: application.objectID, appID: application.clientID, displayName: application.name,
      isEnabled: application.isEnabled, appOwnerTenantID: tenant.id)
  }
}
