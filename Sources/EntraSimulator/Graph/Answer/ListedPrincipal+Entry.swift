extension ListedPrincipal {
  /// Every member that Graph knows of a service principal, in its order.
  var entry: GraphEntry {
    let regular: [(String, JSONValue)] = [
      ("id", .string(id)), ("deletedDateTime", .null), ("accountEnabled", .bool(isEnabled)),
      ("alternativeNames", []), ("appDisplayName", .text(displayName)), ("appId", .string(appID)),
      ("appOwnerOrganizationId", .text(appOwnerTenantID)), ("appRoleAssignmentRequired", false),
      ("createdDateTime", .time(createdAt)),
      ("disabledByMicrosoftStatus", .null), ("displayName", .text(displayName)),
      ("loginUrl", .null), ("notificationEmailAddresses", []),
      ("preferredSingleSignOnMode", .text(singleSignOnMode)),
      ("preferredTokenSigningKeyThumbprint", .text(preferredSigningThumbprint)),
      ("servicePrincipalNames", [.string(appID)]), ("servicePrincipalType", .string(type)),
      ("signInAudience", "AzureADMyOrg"), ("tags", []), ("tokenEncryptionKeyId", .null),
      ("keyCredentials", .array(keys.map(\.value))),
      ("passwordCredentials", .array(passwords.map(\.value))),
    ]
    return GraphEntry(members: regular.map { JSONValue.Member(name: $0.0, value: $0.1) })
  }
}
