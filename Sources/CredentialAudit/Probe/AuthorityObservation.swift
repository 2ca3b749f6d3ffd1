package import EntraIdentity

/// Everything that is known of one tenant's authority when it is judged.
package struct AuthorityObservation: Sendable {
  package let tenant: InventoryTenant
  /// What the URL says by itself.
  package let reading: AuthorityReading
  /// What the network said; nil where it was not asked.
  package let examination: AuthorityExamination?
  package let isOffline: Bool
  /// The scopes that this tenant's credentials ask for.
  package let scopes: [Scope]
  /// How this machine's clock stands to the host's; nil where no answer told.
  package let clock: ClockReading?
  /// What came of reading the tenant's directory; nil where the inventory has none.
  package let directory: DirectoryObservation?
  /// The credential that reads it, before it was tried itself; nil where there is none.
  package let reader: CredentialObservation?

  package init(
    tenant: InventoryTenant, reading: AuthorityReading, examination: AuthorityExamination?,
    isOffline: Bool, scopes: [Scope], clock: ClockReading? = nil,
    directory: DirectoryObservation? = nil, reader: CredentialObservation? = nil
  ) {
    self.tenant = tenant
    self.reading = reading
    self.examination = examination
    self.isOffline = isOffline
    self.scopes = scopes
    self.clock = clock
    self.directory = directory
    self.reader = reader
  }
}
