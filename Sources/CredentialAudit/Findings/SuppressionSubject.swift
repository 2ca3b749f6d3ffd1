/// Whose findings somebody may answer for: a tenant's authority, or one credential.
package struct SuppressionSubject: Sendable, Hashable {
  package let tenant: String
  /// Nil for an authority, as is the credential.
  package let application: String?
  package let credential: String?

  /// A tenant's authority.
  package init(authorityOf tenant: String) {
    self.tenant = tenant
    application = nil
    credential = nil
  }

  /// One credential.
  package init(tenant: String, application: String, credential: String) {
    self.tenant = tenant
    self.application = application
    self.credential = credential
  }
}

extension AuthorityRecord {
  var suppressionSubject: SuppressionSubject { SuppressionSubject(authorityOf: tenant) }
}

extension CredentialRecord {
  var suppressionSubject: SuppressionSubject {
    SuppressionSubject(tenant: tenant, application: application, credential: credential)
  }
}

extension PlannedCredential {
  var suppressionSubject: SuppressionSubject {
    SuppressionSubject(
      tenant: tenant.name, application: application.name, credential: credential.name)
  }
}
