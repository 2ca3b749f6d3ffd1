import EntraIdentity
import Foundation

extension DirectoryLook {
  /// Which of an application's entries its other declared credentials are, by what was read of them
  /// and before any is tried.
  /// - Parameters:
  ///   - planned: The credential beside which they stand.
  ///   - survey: What was read of all that the run was asked for.
  ///   - now: When the run started.
  /// - Returns: Nil where one of its kind could not be compared, or the run was not asked for it: any
  ///   entry may be that one.
  func heldBeside(
    _ planned: PlannedCredential, _ survey: SourceSurvey, now: Date
  ) -> Set<UUID>? {
    guard let index, let clientID = planned.application.clientID.uuid else { return [] }
    let part = index.part(of: clientID)
    var held: Set<UUID> = []
    let holding = DirectoryHolding(of: clientID, in: part)
    for other in planned.declaredTogether
    where other.credential !== planned.credential
      && other.credential.kind.word == planned.credential.kind.word
    {
      guard survey.has(other) else { return nil }
      let source = survey.source(of: other)
      let match = CredentialObservation(
        planned: other, source: source.observation, sharedWith: .none, authority: .offline(nil),
        acquisitions: [], now: now, directory: .read(part),
        fittingEntries: source.fittingEntries(of: planned.application.clientID, in: part)
      ).match
      if case .notComparable = match { return nil }
      let entries = match?.entries ?? []
      // It may be a living one of which the directory tells nothing to compare by.
      guard
        entries.contains(where: { $0.isLive(at: now) })
          || !holding.hasNameless(like: other, at: now)
      else { return nil }
      held.formUnion(entries.map(\.id))
    }
    return held
  }
}

extension PlannedCredential {
  /// What the inventory declares for the same client id of the tenant, under whatever name.
  var declaredTogether: [PlannedCredential] {
    let clientID = application.clientID.uuid
    return tenant.applications.filter { $0.clientID.uuid == clientID }.flatMap { application in
      application.credentials.map {
        PlannedCredential(tenant: tenant, application: application, credential: $0)
      }
    }
  }
}

extension DirectoryHolding {
  /// Whether a living entry of a credential's kind has neither the hint nor the thumbprint by which one
  /// is told from another.
  fileprivate func hasNameless(like planned: PlannedCredential, at now: Date) -> Bool {
    entries.contains { entry in
      guard entry.isLive(at: now) else { return false }
      return switch planned.credential.kind {
      case .secret: entry.kind == .secret && entry.hint == nil
      case .certificate:
        entry.kind == .certificate && entry.use == .proof && entry.thumbprintSHA1 == nil
          && entry.thumbprintSHA256 == nil
      case .federated, .managedIdentity: false
      }
    }
  }
}
