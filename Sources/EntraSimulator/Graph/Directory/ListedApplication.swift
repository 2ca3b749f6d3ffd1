package import Foundation

/// An app registration as Graph lists it.
package struct ListedApplication: Sendable {
  /// The object id, which is not the client id.
  package var id: String
  /// The client id.
  package var appID: String
  package var displayName: String?
  package var createdAt: Date
  package var deletedAt: Date?
  package var isDisabled: Bool?
  package var disabledByMicrosoftStatus: String?
  package var signInAudience: String
  package var publisherDomain: String?
  package var passwords: [ListedPassword]
  package var keys: [ListedKey]
  package var federations: [ListedFederation]
  package var owners: [ListedOwner]
  /// Members in the place of the regular ones, as the JSON that they are.
  package var overrides: [String: JSONValue] = [:]
  /// Members that are left out although they were selected.
  package var missing: Set<String> = []

  package init(
    id: String = GUID.random(), appID: String = GUID.random(), displayName: String?,
    createdAt: Date = Self.usualCreation, deletedAt: Date? = nil, isDisabled: Bool? = nil,
    disabledByMicrosoftStatus: String? = nil, signInAudience: String = "AzureADMyOrg",
    publisherDomain: String? = nil, passwords: [ListedPassword] = [], keys: [ListedKey] = [],
    federations: [ListedFederation] = [], owners: [ListedOwner] = []
  ) {
    self.id = id
    self.appID = appID
    self.displayName = displayName
    self.createdAt = createdAt
    self.deletedAt = deletedAt
    self.isDisabled = isDisabled
    self.disabledByMicrosoftStatus = disabledByMicrosoftStatus
    self.signInAudience = signInAudience
    self.publisherDomain = publisherDomain
    self.passwords = passwords
    self.keys = keys
    self.federations = federations
    self.owners = owners
  }

  /// The registration behind an application of the token endpoint, with all that it goes by.
  package init(_ application: SimulatedApplication, in tenant: SimulatedTenant) {
    self.init(
      id: application.registrationID, appID: application.clientID, displayName: application.name,
      isDisabled: application.isEnabled ? nil : true, publisherDomain: tenant.domains.first,
      passwords: application.secrets.map(ListedPassword.init),
      keys: application.keys.compactMap(ListedKey.init),
      federations: application.federatedCredentials.enumerated().map { position, credential in
        ListedFederation(credential, name: "federation-\(position + 1)")
      })
  }

  /// When registrations were made unless a test says otherwise: 2024-03-05T08:15:30.25Z.
  package static let usualCreation = Date(timeIntervalSince1970: 1_709_626_530.25)
}
