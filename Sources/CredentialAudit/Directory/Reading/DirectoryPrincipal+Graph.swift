extension DirectoryPrincipal {
  /// Reads a service principal.
  init(_ fields: GraphFields) throws(GraphMalformation) {
    self.init(
      objectID: try fields.guid("id"), appID: try fields.guid("appId"),
      displayName: try fields.shown("displayName"),
      createdAt: try fields.date("createdDateTime"),
      // The service disables a principal by writing false; one where nobody wrote anything works.
      isEnabled: try fields.bool("accountEnabled") ?? true,
      appOwnerTenantID: try fields.optionalGUID("appOwnerOrganizationId"),
      type: try fields.shown("servicePrincipalType", maximum: 64),
      singleSignOnMode: try fields.shown("preferredSingleSignOnMode", maximum: 64),
      preferredSigningThumbprint: try fields.shown(
        "preferredTokenSigningKeyThumbprint", maximum: 64)?.uppercased(),
      passwords: try fields.list("passwordCredentials") { fields throws(GraphMalformation) in
        try DirectoryPassword(fields)
      },
      keys: try fields.list("keyCredentials") { fields throws(GraphMalformation) in
        try DirectoryKey(fields)
      })
  }
}
