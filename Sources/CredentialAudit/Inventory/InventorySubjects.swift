extension Inventory {
  /// The names of all that it has, whatever a run is asked for.
  package var subjects: Set<SubjectName> {
    var names: Set<SubjectName> = []
    for tenant in tenants {
      names.insert(tenant.authorityName)
      for application in tenant.applications {
        for credential in application.credentials {
          names.insert(
            .credential(
              tenant: tenant.name, application: application.name, credential: credential.name))
        }
      }
    }
    return names
  }
}

extension InventoryTenant {
  /// The identity of its authority through time.
  var authorityName: SubjectName { .authority(tenant: name) }
}
