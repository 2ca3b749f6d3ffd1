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

  /// What is kept of an application's entries: a directory of many thousands is not held twice.
  private struct Found {
    let title: String
    /// What it is sorted by.
    let key: String
    let owner: String?
    var entries: [Kept] = []

    init(_ holding: DirectoryHolding, _ scrubber: Scrubber) {
      title = scrubber.scrub(holding.displayNames.first ?? "")
      key = title.lowercased()
      owner = holding.owners.first.map(scrubber.scrub)
    }
  }

  /// What is kept of an entry.
  private struct Kept {
    let id: UUID
    let kind: DirectoryEntry.Kind
    let isOnServicePrincipal: Bool
    let title: String
    let end: Date?
    /// One or none, and no room for it where there is none.
    let federation: [DirectoryFederation]

    init(_ entry: DirectoryEntry, _ scrubber: Scrubber) {
      id = entry.id
      kind = entry.kind
      isOnServicePrincipal = entry.holder == .servicePrincipal
      title = InventoryDraft.title(of: entry, scrubber)
      end = entry.end
      federation = entry.federation.map { [$0] } ?? []
    }
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
  ///   - entries: The directory's credentials that no declared one was found to be.
  ///   - tenant: Whose directory it is.
  ///   - scrubber: Takes secrets out of what people wrote in the directory.
  package init(
    _ entries: some Sequence<EntryObservation>, of tenant: InventoryTenant, scrubber: Scrubber
  ) {
    self.tenant = tenant
    var found: [UUID: Found] = [:]
    var omissions: [DraftOmission: Int] = [:]
    for entry in entries {
      if let reason = Self.omission(of: entry) {
        omissions[reason, default: 0] += 1
      } else {
        found[entry.clientID, default: Found(entry.holding, scrubber)]
          .entries.append(Kept(entry.entry, scrubber))
      }
    }
    self.omissions = omissions
    var places = DraftPlaces(declared: tenant.applications.lazy.flatMap(\.credentials))
    additions = Self.additions(to: tenant, &found, &places)
    applications = Self.applications(found, in: tenant, &places)
  }

  private static func omission(of entry: EntryObservation) -> DraftOmission? {
    switch entry.entry.use {
    case .proof: break
    case .signing: return .signing
    case .encryption, .symmetric: return .otherUse
    }
    if entry.entry.hasEnded(by: entry.now) { return .ended }
    if entry.application != nil { return entry.mayBeDeclared ? .unclear : nil }
    return entry.holding.application?.isDisabled ?? false ? .disabled : nil
  }

  private static func additions(
    to tenant: InventoryTenant, _ found: inout [UUID: Found], _ places: inout DraftPlaces
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
            new.entries, of: application.name, in: tenant, &names, &places)))
    }
    return additions
  }

  private static func applications(
    _ found: [UUID: Found], in tenant: InventoryTenant, _ places: inout DraftPlaces
  ) -> [DraftApplication] {
    var names = DraftNames(tenant.applications.map(\.name))
    // A directory's order is its own; a draft is to be the same as long as the directory is.
    let ordered = found.sorted { ($0.value.key, $0.key) < ($1.value.key, $1.key) }
    return ordered.map { id, new in
      let name = names.name(for: new.title, id: id.text)
      var inside = DraftNames([])
      return DraftApplication(
        name: name, clientID: id, owner: new.owner,
        credentials: credentials(new.entries, of: name, in: tenant, &inside, &places))
    }
  }

  private static func credentials(
    _ entries: [Kept], of application: String, in tenant: InventoryTenant,
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
        end: entry.end, federation: entry.federation.first,
        isOnServicePrincipal: entry.isOnServicePrincipal)
    }
  }

  /// What people call a credential; empty where that says nothing.
  private static func title(of entry: DirectoryEntry, _ scrubber: Scrubber) -> String {
    let written = scrubber.scrub(entry.displayName?.cleaned(maximum: 120) ?? "")
    // A certificate is mostly called by its subject.
    return written.hasPrefix("CN=") ? String(written.dropFirst(3)) : written
  }

  /// How many credentials are new.
  package var credentialCount: Int {
    applications.reduce(0) { $0 + $1.credentials.count }
      + additions.reduce(0) { $0 + $1.credentials.count }
  }

  /// Whether there is nothing that the inventory lacks.
  package var isEmpty: Bool { credentialCount == 0 }
}

extension UUID {
  /// In lower case, as the inventory writes ids.
  var text: String { uuidString.lowercased() }
}
