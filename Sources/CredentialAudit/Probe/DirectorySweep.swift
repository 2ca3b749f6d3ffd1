import EntraIdentity
import Foundation

/// What a read directory has beside what is declared.
struct DirectorySweep: Sendable {
  /// What a declared credential was found to be.
  struct Held: Sendable {
    let subject: SubjectName
    let clientID: UUID
    let kind: DirectoryEntry.Kind
    let entries: [DirectoryEntry]
    /// Whether it could be any entry of its kind: there was nothing to compare, or it works and none
    /// fits.
    let isOpen: Bool
    /// What came of trying it, where it is known which entry that was.
    let trials: [UUID: RotationCount.Trial]

    /// Nil for what has no entry in a directory.
    init?(_ observation: CredentialObservation) {
      guard let clientID = observation.planned.application.clientID.uuid else { return nil }
      switch observation.planned.credential.kind {
      case .secret: kind = .secret
      case .certificate: kind = .certificate
      case .federated: kind = .federated
      case .managedIdentity: return nil
      }
      subject = observation.planned.name
      self.clientID = clientID
      let match = observation.match
      entries = match?.entries ?? []
      if case .found(let entry, _) = match {
        trials = [entry.id: observation.trial]
      } else {
        trials = [:]
      }
      switch match {
      case .notComparable: isOpen = true
      // It works, so that one of them is it all the same.
      case .missing: isOpen = observation.hasToken
      case nil, .found, .several, .differs: isOpen = false
      }
    }
  }

  private let tenant: InventoryTenant
  let index: DirectoryIndex
  private let filter: ScopeFilter
  private let now: Date
  private let held: [UUID: [Held]]
  private let applications: [UUID: InventoryApplication]
  /// Applications of which a declared credential was left out of this run, so that its entry would
  /// seem to be nobody's.
  private let unclear: Set<UUID>

  init(
    of tenant: InventoryTenant, _ index: DirectoryIndex, held: [Held], filter: ScopeFilter,
    now: Date
  ) {
    self.tenant = tenant
    self.index = index
    self.filter = filter
    self.now = now
    self.held = Dictionary(grouping: held, by: \.clientID)
    let looked = Set(held.map(\.subject))
    var applications: [UUID: InventoryApplication] = [:]
    var unclear: Set<UUID> = []
    for application in tenant.applications {
      let id = application.clientID.uuid
      if let id, applications[id] == nil { applications[id] = application }
      for credential in application.credentials {
        let planned = PlannedCredential(
          tenant: tenant, application: application, credential: credential)
        if case .managedIdentity = credential.kind { continue }
        if let id, !looked.contains(planned.name) { unclear.insert(id) }
      }
    }
    self.applications = applications
    self.unclear = unclear
  }

  /// What is watched; the declared ones first among all.
  var clientIDs: [UUID] {
    let declared = tenant.applications.compactMap(\.clientID.uuid)
    var seen: Set<UUID> = []
    let all = tenant.directory?.watch == .all ? index.clientIDs : []
    return (declared + all).filter { seen.insert($0).inserted }
  }

  /// The credentials of one application that only the directory knows and that the run was asked for.
  /// A directory of many thousands is walked application by application, so that it is not held twice.
  func observations(of clientID: UUID) -> [EntryObservation] {
    guard !unclear.contains(clientID) else { return [] }
    let part = index.part(of: clientID)
    let holding = DirectoryHolding(of: clientID, in: part)
    // The platform puts certificates on a managed identity and takes them off again.
    guard holding.principal?.type != "ManagedIdentity" else { return [] }
    let application = applications[clientID]
    if application == nil,
      tenant.directory?.ignores(
        clientID: clientID.text, names: holding.displayNames) ?? false
    {
      return []
    }
    let held = self.held[clientID] ?? []
    let declared = held.flatMap(\.entries)
    let open = Set(held.filter(\.isOpen).map(\.kind))
    // Two names for one credential are tried twice: one refusal is enough.
    let trials: [UUID: RotationCount.Trial] = held.reduce(into: [:]) {
      $0.merge($1.trials) { one, other in one == .taken ? other : one }
    }
    var seen = Set(declared.map(\.id))
    return holding.entries.filter { seen.insert($0.id).inserted }.map { entry in
      EntryObservation(
        tenant: tenant, application: application, clientID: clientID, entry: entry,
        holding: holding, directory: .read(part), declared: declared,
        mayBeDeclared: open.contains(entry.kind), trials: trials, now: now)
    }.filter {
      filter.includes($0.name, owners: $0.owners, tags: $0.terms.tags)
    }
  }
}
