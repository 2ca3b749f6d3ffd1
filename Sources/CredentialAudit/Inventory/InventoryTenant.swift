package import EntraIdentity

/// One directory, reached by one authority URL.
package final class InventoryTenant: Sendable {
  package let name: String
  /// The URL as written; it is judged by the checks, not by the loader.
  package let authority: String
  /// What the inventory says it is, where it says so.
  package let kind: AuthorityKind?
  /// The GUID that discovery must resolve to, in lower case.
  package let tenantID: String?
  package let tags: [String]
  package let owner: String?
  package let directory: InventoryDirectory?
  /// Where a generic issuer's own endpoints may also live, in lower case.
  package let trustedHosts: [String]
  package let clientAuthentication: SecretAuthentication
  package let applications: [InventoryApplication]
  /// Its authority unknown for longer than this is critical.
  package let unknownFor: Days
  /// What holds for credentials of applications that are not declared.
  package let terms: InventoryTerms
  package let location: SourceLocation

  init(
    name: String, authority: String, kind: AuthorityKind?, tenantID: String?, tags: [String],
    owner: String?, directory: InventoryDirectory?, trustedHosts: [String],
    clientAuthentication: SecretAuthentication, applications: [InventoryApplication],
    location: SourceLocation, unknownFor: Days = Days(3),
    terms: InventoryTerms = InventoryTerms()
  ) {
    self.name = name
    self.authority = authority
    self.kind = kind
    self.tenantID = tenantID
    self.tags = tags
    self.owner = owner
    self.directory = directory
    self.trustedHosts = trustedHosts
    self.clientAuthentication = clientAuthentication
    self.applications = applications
    self.location = location
    self.unknownFor = unknownFor
    self.terms = terms
  }
}
