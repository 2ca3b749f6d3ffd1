/// A tenant of the inventory with those of its credentials that the run was asked for.
package struct PlannedTenant: Sendable {
  package let tenant: InventoryTenant
  package let credentials: [PlannedCredential]
}
