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
    for credential in planned.application.credentials
    where credential !== planned.credential && credential.kind.word == planned.credential.kind.word
    {
      let other = PlannedCredential(
        tenant: planned.tenant, application: planned.application, credential: credential)
      guard survey.has(other) else { return nil }
      let source = survey.source(of: other)
      let match = CredentialObservation(
        planned: other, source: source.observation, sharedWith: .none, authority: .offline(nil),
        acquisitions: [], now: now, directory: .read(part),
        fittingEntries: source.fittingEntries(of: planned.application.clientID, in: part)
      ).match
      if case .notComparable = match { return nil }
      held.formUnion((match?.entries ?? []).map(\.id))
    }
    return held
  }
}
