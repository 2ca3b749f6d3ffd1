/// A tenant of the inventory with those of its credentials that the run was asked for.
package struct PlannedTenant: Sendable {
  /// Where a credential stands in its tenant: places instead of copies, which would take several
  /// times as much memory as the inventory.
  struct Place: Sendable {
    let application: Int32
    let credential: Int32
  }

  package let tenant: InventoryTenant
  let places: ArraySlice<Place>

  /// How many there are.
  package var credentialCount: Int { places.count }

  /// The credentials, in the inventory's order.
  package var credentials: some Collection<PlannedCredential> {
    places.lazy.map { [tenant] in PlannedCredential(tenant, at: $0) }
  }
}

extension InventoryTenant {
  /// Where those of its credentials stand that are asked for.
  func places(where isAskedFor: (PlannedCredential) -> Bool) -> [PlannedTenant.Place] {
    var places: [PlannedTenant.Place] = []
    for (first, application) in applications.enumerated() {
      for second in application.credentials.indices {
        let place = PlannedTenant.Place(application: Int32(first), credential: Int32(second))
        if isAskedFor(PlannedCredential(self, at: place)) { places.append(place) }
      }
    }
    return places
  }
}

extension PlannedCredential {
  fileprivate init(_ tenant: InventoryTenant, at place: PlannedTenant.Place) {
    let application = tenant.applications[Int(place.application)]
    self.init(
      tenant: tenant, application: application,
      credential: application.credentials[Int(place.credential)])
  }
}
