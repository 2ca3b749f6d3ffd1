/// The paths and queries that are asked for, below the version.
enum GraphQuery {
  static let applications = "applications"
  static let principals = "servicePrincipals"
  static let federations = "federatedIdentityCredentials"
  static let deleted = "deletedItems"
  static let policy = "defaultAppManagementPolicy"
  static let exceptions = "appManagementPolicies"

  /// The most that Graph gives at once.
  static let page = "$top=999"

  /// `isDisabled` is younger than some clouds' schema.
  static let applicationMembers = [
    "id,appId,displayName,createdDateTime,deletedDateTime,disabledByMicrosoftStatus,isDisabled,"
      + "passwordCredentials,keyCredentials",
    "id,appId,displayName,createdDateTime,deletedDateTime,disabledByMicrosoftStatus,"
      + "passwordCredentials,keyCredentials",
  ]

  /// Not every cloud's schema has `createdDateTime`.
  static let principalMembers = ["createdDateTime,", ""].map {
    "id,appId,displayName,\($0)accountEnabled,appOwnerOrganizationId,servicePrincipalType,"
      + "preferredSingleSignOnMode,preferredTokenSigningKeyThumbprint,passwordCredentials,"
      + "keyCredentials"
  }

  static let deletedMembers = "id,appId,displayName,createdDateTime,deletedDateTime"
}
