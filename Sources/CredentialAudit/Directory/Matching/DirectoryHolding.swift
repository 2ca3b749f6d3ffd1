import EntraIdentity
package import Foundation

/// What the directory has of one application: its registration, its service principal, and every
/// credential on them, each once.
package struct DirectoryHolding: Sendable {
  package let application: DirectoryApplication?
  /// Where the registration is among the deleted that can still be restored.
  package let deleted: DirectoryApplication?
  package let principal: DirectoryPrincipal?
  /// Whether the service principal says that its application is registered in this tenant, where there
  /// is none any more: what is left of it.
  package let isOrphan: Bool
  /// Secrets, then certificates, then federations, those of the registration first.
  package let entries: [DirectoryEntry]

  /// - Parameters:
  ///   - clientID: Which application.
  ///   - snapshot: Where it is looked for.
  package init(of clientID: UUID, in snapshot: DirectorySnapshot) {
    application = snapshot.applications.first { $0.appID == clientID }
    deleted = snapshot.deleted.first { $0.appID == clientID }
    principal = snapshot.principals.first { $0.appID == clientID }
    // Managed identities and legacy service principals never have a registration.
    isOrphan =
      application == nil && deleted == nil && principal?.type ?? "Application" == "Application"
      && principal?.appOwnerTenantID == snapshot.tenantID
    entries =
      Self.entries(application?.passwords, application?.keys, .application)
      + (application?.federations ?? []).map { DirectoryEntry($0) }
      + Self.entries(principal?.passwords, principal?.keys, .servicePrincipal)
  }

  /// The secrets that the application could be proven with at that moment, those for signing aside.
  package func liveSecrets(at now: Date) -> [DirectoryEntry] {
    entries.filter { $0.kind == .secret && $0.isLive(at: now) }
  }

  /// What the directory calls it, cleaned: registration and service principal may differ.
  package var displayNames: [String] {
    var names: [String] = []
    for name in [application?.displayName, principal?.displayName].compactMap(\.self) {
      let name = name.cleaned(maximum: 120)
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// A certificate that signs has an entry for signing, one for verifying and often the secret of its
  /// key: they are joined by the identifier that they share, for they begin and end as one.
  private static func entries(
    _ passwords: [DirectoryPassword]?, _ keys: [DirectoryKey]?, _ holder: DirectoryEntry.Holder
  ) -> [DirectoryEntry] {
    let (passwords, keys) = (passwords ?? [], keys ?? [])
    let signing = keys.filter(\.isSigning).reduce(into: Set<String>()) { $0.formUnion($1.marks) }
    var seen: Set<String> = []
    let isAlone = { (password: DirectoryPassword) in
      password.customKeyIdentifier.map { !signing.contains($0.mark) } ?? true
    }
    // The entry for signing stands for all, wherever it is in the list.
    let ordered = keys.filter(\.isSigning) + keys.filter { !$0.isSigning }
    let own = ordered.filter { key in
      let marks = key.marks
      guard key.use != .encryption, !marks.isDisjoint(with: signing) else { return true }
      defer { seen.formUnion(marks) }
      return marks.isDisjoint(with: seen)
    }
    var certificates: [String: DirectoryKey.Certificate] = [:]
    for key in keys {
      for mark in key.marks where certificates[mark] == nil {
        certificates[mark] = key.certificate
      }
    }
    return passwords.filter(isAlone).map { DirectoryEntry($0, of: holder) }
      + own.map { key in
        let joined =
          key.isSigning ? key.marks.sorted().lazy.compactMap { certificates[$0] }.first : nil
        return DirectoryEntry(key, of: holder, joined: joined)
      }
  }
}
