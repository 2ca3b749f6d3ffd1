import EntraIdentity
package import Foundation

/// A credential that only the directory knows, with what is known around it.
package struct EntryObservation: Sendable {
  package let tenant: InventoryTenant
  /// Nil where the inventory does not declare the application.
  package let application: InventoryApplication?
  package let clientID: UUID
  package let entry: DirectoryEntry
  /// All that the directory has of its application.
  package let holding: DirectoryHolding
  /// The directory with nothing but that application in it.
  package let directory: DirectoryObservation
  /// The entries of the application that are declared credentials.
  package let declared: [DirectoryEntry]
  /// Whether a declared credential of this kind could be this one: there was nothing to compare it by.
  package let mayBeDeclared: Bool
  /// What came of trying those that are declared, by their ids.
  package let trials: [UUID: RotationCount.Trial]
  /// What the runs before told of it, where it is laid beside them.
  package var history = RotationHistory.none
  /// When the run started: what every date is judged against.
  package let now: Date
  /// What the issuer says of itself whose assertions it takes; nil where there is none or nobody wanted
  /// to hear of it.
  package var issuer: IssuerLook?
  /// The portal of its tenant, where that has one.
  package var portal: Portal?

  package init(
    tenant: InventoryTenant, application: InventoryApplication?, clientID: UUID,
    entry: DirectoryEntry, holding: DirectoryHolding, directory: DirectoryObservation,
    declared: [DirectoryEntry], mayBeDeclared: Bool,
    trials: [UUID: RotationCount.Trial] = [:], now: Date
  ) {
    self.tenant = tenant
    self.application = application
    self.clientID = clientID
    self.entry = entry
    self.holding = holding
    self.directory = directory
    self.declared = declared
    self.mayBeDeclared = mayBeDeclared
    self.trials = trials
    self.now = now
  }

  /// What its application is called: by the inventory, else its client id in lower case.
  package var applicationName: String { application?.name ?? clientID.text }

  /// Its identity through time.
  package var name: SubjectName {
    .credential(tenant: tenant.name, application: applicationName, credential: credentialName)
  }

  /// Its id, told apart from a declared credential that somebody named by the same id: nothing shows
  /// that the two are one.
  package var credentialName: String {
    let isTaken = application?.credentials.contains { $0.name == entry.keyID } ?? false
    return isTaken ? entry.keyID + " (directory)" : entry.keyID
  }

  /// What holds for it: the application's, where that is declared.
  package var terms: InventoryTerms { application?.terms ?? tenant.terms }

  /// Whose it is. Of an application that nobody declared the directory knows better than a tenant's
  /// default.
  package var owner: String? {
    application == nil
      ? holding.owners.first ?? terms.owner : terms.owner ?? holding.owners.first
  }

  /// All whose it is, by the inventory or, where that names nobody for its application, by the
  /// directory.
  package var owners: [String] {
    if application != nil, let owner = terms.owner { return [owner] }
    return holding.owners.isEmpty ? [terms.owner].compactMap(\.self) : holding.owners
  }

  /// Others of the same kind that are alive.
  package var liveBeside: [DirectoryEntry] {
    holding.entries.filter {
      $0.id != entry.id && $0.kind == entry.kind && $0.use == entry.use
        && $0.isLive(at: now)
    }
  }

  /// Whether it is the certificate that signs now: the newest is not the one for being new.
  package var signsNow: Bool {
    guard entry.isSigning, let thumbprint = entry.thumbprintSHA1 else { return false }
    return holding.principal?.preferredSigningThumbprint == thumbprint
  }

  /// What it is called in sentences: what people wrote, for ids tell them nothing.
  package var words: String {
    let kind =
      switch entry.kind {
      case .secret: "secret"
      case .certificate:
        switch entry.use {
        case .proof: "certificate"
        case .signing: "signing certificate"
        case .encryption: "encryption certificate"
        case .symmetric: "symmetric key"
        }
      case .federated: "federated credential"
      }
    let name = entry.displayName?.cleaned(maximum: 80) ?? ""
    let application = application == nil ? holding.displayNames.first : nil
    return kind + (name.isEmpty ? "" : " '\(name)'") + (application.map { " of '\($0)'" } ?? "")
  }
}
