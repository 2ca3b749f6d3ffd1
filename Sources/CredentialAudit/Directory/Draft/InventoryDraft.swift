import EntraIdentity
package import Foundation

/// What a directory has and the inventory does not declare, in the inventory's words.
package struct InventoryDraft: Sendable {
  /// New credentials of an application that is declared.
  package struct Addition: Sendable {
    package let application: InventoryApplication
    package let clientID: UUID
    package let credentials: [DraftCredential]
  }

  package let tenant: InventoryTenant
  /// Applications that are not declared, by name.
  package let applications: [DraftApplication]
  /// In the inventory's order.
  package let additions: [Addition]
  /// How many credentials were left out, by the reason.
  package let omissions: [DraftOmission: Int]

  /// Drafts what was found beside what is declared.
  /// - Parameters:
  ///   - findings: What nobody declared.
  ///   - tenant: Whose directory it is.
  ///   - inventory: What the tenant is a part of: what stands there for another one is proposed for none.
  package init(_ findings: DraftFindings, of tenant: InventoryTenant, in inventory: Inventory) {
    self.tenant = tenant
    omissions = findings.omissions
    var found = findings.applications
    var places = DraftPlaces(
      in: PathName.folder(of: tenant.location.file),
      declared: inventory.tenants.lazy.flatMap(\.applications).flatMap(\.credentials))
    additions = Self.additions(to: tenant, &found, &places)
    applications = Self.applications(found, in: tenant, &places)
  }

  private static func additions(
    to tenant: InventoryTenant, _ found: inout [UUID: DraftFindings.Application],
    _ places: inout DraftPlaces
  ) -> [Addition] {
    var additions: [Addition] = []
    for application in tenant.applications {
      guard let id = application.clientID.uuid, let new = found.removeValue(forKey: id) else {
        continue
      }
      var names = DraftNames(application.credentials.map(\.name))
      additions.append(
        Addition(
          application: application, clientID: id,
          credentials: credentials(
            new.credentials, of: application.name, in: tenant, &names, &places)))
    }
    return additions
  }

  private static func applications(
    _ found: [UUID: DraftFindings.Application], in tenant: InventoryTenant,
    _ places: inout DraftPlaces
  ) -> [DraftApplication] {
    var names = DraftNames(tenant.applications.map(\.name))
    // A directory's order is its own; a draft is to be the same as long as the directory is.
    let ordered = found.sorted { ($0.value.key, $0.key) < ($1.value.key, $1.key) }
    return ordered.map { id, new in
      let name = names.name(for: new.title, id: id.text)
      var inside = DraftNames([])
      return DraftApplication(
        name: name, clientID: id, owner: new.owner,
        credentials: credentials(new.credentials, of: name, in: tenant, &inside, &places))
    }
  }

  private static func credentials(
    _ entries: [DraftFindings.Credential], of application: String, in tenant: InventoryTenant,
    _ names: inout DraftNames, _ places: inout DraftPlaces
  ) -> [DraftCredential] {
    let kinds = DirectoryEntry.Kind.allCases
    let ordered = entries.sorted {
      let (left, right) = (kinds.firstIndex(of: $0.kind) ?? 0, kinds.firstIndex(of: $1.kind) ?? 0)
      if left != right { return left < right }
      let ends = ($0.end ?? .distantFuture, $1.end ?? .distantFuture)
      return ends.0 != ends.1 ? ends.0 < ends.1 : $0.id < $1.id
    }
    return ordered.map { entry in
      let name = names.name(for: entry.title, id: entry.id.text)
      return DraftCredential(
        name: name, keyID: entry.id,
        reference: places.reference(
          for: entry.kind, named: name, of: application, in: tenant.name),
        end: entry.end, federations: entry.federation,
        isOnServicePrincipal: entry.isOnServicePrincipal)
    }
  }

  /// How many credentials are new.
  package var credentialCount: Int {
    applications.reduce(0) { $0 + $1.credentials.count }
      + additions.reduce(0) { $0 + $1.credentials.count }
  }

  /// Whether there is nothing that the inventory lacks.
  package var isEmpty: Bool { credentialCount == 0 }
}
