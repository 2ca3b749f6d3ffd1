import EntraIdentity
import Foundation

/// What of a directory nobody declared, in as little room as it takes: a directory of many thousands is
/// let go before anything is drafted of it.
package struct DraftFindings: Sendable {
  /// One application, with those of its credentials that are new.
  struct Application: Sendable {
    let title: String
    /// What it is sorted by.
    let key: String
    let owner: String?
    var credentials: [Credential] = []

    init(_ holding: DirectoryHolding, _ scrubber: Scrubber) {
      title = scrubber.scrub(holding.displayNames.first ?? "")
      key = title.lowercased()
      owner = holding.owners.first.map(scrubber.scrub)
    }
  }

  struct Credential: Sendable {
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
      title = Self.title(of: entry, scrubber)
      end = entry.end.map { min($0, Self.lastEnd) }
      federation = entry.federation.map { [$0] } ?? []
    }

    /// Some tools write the last moment that they know, with a fraction that rounds to a year of five
    /// digits.
    private static let lastEnd = Date(timeIntervalSince1970: 253_402_300_799)  // 9999-12-31

    /// What people call a credential; empty where that says nothing.
    private static func title(of entry: DirectoryEntry, _ scrubber: Scrubber) -> String {
      let written = scrubber.scrub(entry.displayName?.cleaned(maximum: 120) ?? "")
      // A certificate is mostly called by its subject.
      return written.hasPrefix("CN=") ? String(written.dropFirst(3)) : written
    }
  }

  /// By client id.
  private(set) var applications: [UUID: Application] = [:]
  /// How many credentials were left out, by the reason.
  private(set) var omissions: [DraftOmission: Int] = [:]

  /// Keeps what can be drafted.
  /// - Parameters:
  ///   - entries: The directory's credentials that no declared one was found to be.
  ///   - scrubber: Takes secrets out of what people wrote in the directory.
  package init(_ entries: some Sequence<EntryObservation>, scrubber: Scrubber) {
    for entry in entries {
      if let reason = Self.omission(of: entry) {
        omissions[reason, default: 0] += 1
      } else {
        applications[entry.clientID, default: Application(entry.holding, scrubber)]
          .credentials.append(Credential(entry.entry, scrubber))
      }
    }
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
}
