/// A credential that will be looked at, with what it belongs to.
package struct PlannedCredential: Sendable {
  package let tenant: InventoryTenant
  package let application: InventoryApplication
  package let credential: InventoryCredential

  /// Its identity through time.
  package var subject: String { "\(tenant.name)/\(application.name)/\(credential.name)" }
}
