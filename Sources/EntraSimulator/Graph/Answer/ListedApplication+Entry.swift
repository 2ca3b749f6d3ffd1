extension ListedApplication {
  /// Every member that Graph knows of a registration, in its order.
  var entry: GraphEntry {
    let regular: [(String, JSONValue)] = [
      ("id", .string(id)), ("deletedDateTime", .time(deletedAt)), ("appId", .string(appID)),
      ("applicationTemplateId", .null),
      ("disabledByMicrosoftStatus", .text(disabledByMicrosoftStatus)),
      ("createdByAppId", .null), ("createdDateTime", .time(createdAt)),
      ("displayName", .text(displayName)), ("description", .null),
      ("groupMembershipClaims", .null), ("identifierUris", []),
      ("isDeviceOnlyAuthSupported", .null),
      ("isDisabled", isDisabled.map { .bool($0) } ?? .null), ("isFallbackPublicClient", .null),
      ("notes", .null), ("publisherDomain", .text(publisherDomain)),
      ("serviceManagementReference", .null), ("signInAudience", .string(signInAudience)),
      ("tags", []), ("tokenEncryptionKeyId", .null), ("uniqueName", .null),
      ("keyCredentials", .array(keys.map(\.value))),
      ("passwordCredentials", .array(passwords.map(\.value))), ("requiredResourceAccess", []),
    ]
    return GraphEntry(
      members: regular.map { name, value in
        JSONValue.Member(name: name, value: overrides[name] ?? value)
      }, missing: missing)
  }
}
