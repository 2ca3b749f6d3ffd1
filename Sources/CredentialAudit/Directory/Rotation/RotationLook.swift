import EntraIdentity
import Foundation

/// What one look at the directory tells of a credential's rotation.
struct RotationLook {
  /// Of what more is there so many are told, the living first and then the newest; a list without an end
  /// helps nobody.
  private static let kept = 20

  /// The key id of the one in use, in lower case.
  let entry: String
  /// Nil where one look cannot tell.
  let step: RotationStep?
  /// Those that it took the place of and that no declared credential is, whether ended or not: the
  /// oldest first.
  let older: [DirectoryEntry]
  /// Those of them that have not ended, as a person finds them.
  let living: [String]
  /// The key ids of all that the directory has of the application.
  let present: Set<String>
  let trial: RotationCount.Trial

  /// - Parameters:
  ///   - entry: The one in use.
  ///   - holding: All that the directory has of its application.
  ///   - observation: The declared credential.
  init(
    using entry: DirectoryEntry, in holding: DirectoryHolding, _ observation: CredentialObservation
  ) {
    self.entry = entry.keyID
    trial = observation.trial
    present = Set(holding.entries.map(\.keyID))
    step = RotationStep(
      using: entry, in: holding, beside: observation.heldBeside, isTaken: observation.hasToken,
      now: observation.now)
    guard let declared = observation.heldBeside, let start = entry.start, entry.isRotated else {
      (older, living) = ([], [])
      return
    }
    let before = holding.entries.filter {
      $0.id != entry.id && $0.kind == entry.kind && $0.use == entry.use
        && !declared.contains($0.id) && ($0.start.map { $0 < start } ?? false)
    }
    let now = observation.now
    let sorted = before.sorted { ($0.start ?? start, $0.keyID) < ($1.start ?? start, $1.keyID) }
    let alive = sorted.filter { !$0.hasEnded(by: now) }.suffix(Self.kept)
    let ended = sorted.filter { $0.hasEnded(by: now) }.suffix(Self.kept - alive.count)
    let told = Set((alive + ended).map(\.id))
    older = sorted.filter { told.contains($0.id) }
    living = alive.map(\.found)
  }
}

extension CredentialObservation {
  /// What came of trying it in this run: where it is for several resources, all of them together.
  var trial: RotationCount.Trial {
    let findings = [CredentialCheck.acquisition, .token].flatMap { $0.evaluate(self) }
    if findings.contains(where: { $0.verdict == .critical }) { return .refused }
    return hasToken ? .taken : .untold
  }
}

extension DirectoryEntry {
  /// As a person finds it in the portal's list.
  var found: String {
    let name = displayName?.cleaned(maximum: 60) ?? ""
    return (name.isEmpty ? "" : "'\(name)' ") + "(\(keyID))"
  }
}
