import EntraIdentity
package import Foundation

/// Everything that is known of one credential when it is judged.
package struct CredentialObservation: Sendable {
  package let planned: PlannedCredential
  package let source: SourceObservation
  /// Who else presents the same secret or key.
  package let sharedWith: SharedUse
  package let authority: AuthorityState
  /// One for each resource; empty where nothing was asked.
  package let acquisitions: [AcquisitionObservation]
  /// When the run started: what every date is judged against.
  package let now: Date
  /// How this machine's clock stands to the token endpoint's; nil where no answer told.
  package let clock: ClockReading?
  /// What the directory has of its application; nil where the tenant's inventory has no directory.
  package let directory: DirectoryObservation?
  /// The directory's entries whose hint the secret begins with: all that is kept of the comparison.
  package let fittingEntries: Set<UUID>
  /// The directory's entries that other declared credentials of the application are; nil where that
  /// cannot be told of all of them.
  package let heldBeside: Set<UUID>?
  /// What the issuer says of itself whose assertions the directory's entry takes; nil where there is
  /// none or nobody wanted to hear of it.
  package var issuer: IssuerLook?

  package init(
    planned: PlannedCredential, source: SourceObservation, sharedWith: SharedUse,
    authority: AuthorityState, acquisitions: [AcquisitionObservation], now: Date,
    clock: ClockReading? = nil, directory: DirectoryObservation? = nil,
    fittingEntries: Set<UUID> = [], heldBeside: Set<UUID>? = []
  ) {
    self.planned = planned
    self.source = source
    self.sharedWith = sharedWith
    self.authority = authority
    self.acquisitions = acquisitions
    self.now = now
    self.clock = clock
    self.directory = directory
    self.fittingEntries = fittingEntries
    self.heldBeside = heldBeside
  }
}
