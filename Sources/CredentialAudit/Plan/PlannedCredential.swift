/// A credential that will be looked at, with what it belongs to.
package struct PlannedCredential: Sendable {
  package let tenant: InventoryTenant
  package let application: InventoryApplication
  package let credential: InventoryCredential

  /// Its identity through time.
  package var name: SubjectName {
    .credential(
      tenant: tenant.name, application: application.name, credential: credential.name)
  }

  /// Its identity through time, as people write it.
  package var subject: String { name.text }
}
