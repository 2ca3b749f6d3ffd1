import EntraIdentity
import Foundation

/// The secrets of an application that are alive, held against those that are declared: these are there
/// on purpose.
struct LiveSecrets {
  /// Those that are alive, without other declared ones as far as these are known.
  private let alive: [DirectoryEntry]
  /// How many of them are declared.
  private let declared: Int
  /// The day, in UTC, since when there are more: by the dates at which they began, or since a run saw
  /// it, whichever is longer ago. Nil where there are not more.
  let since: String?
  /// Whether it is known that there are not more.
  let isInOrder: Bool
  private let now: Date

  /// Nil for what is no secret.
  init?(of observation: CredentialObservation, in holding: DirectoryHolding) {
    guard case .secret = observation.planned.credential.kind else { return nil }
    now = observation.now
    let others = observation.heldBeside
    alive = holding.liveSecrets(at: now).filter { !(others?.contains($0.id) ?? false) }
    // Of declared ones that could not be compared each may be any of the living.
    declared =
      others != nil
      ? 1
      : observation.planned.declaredTogether.count {
        if case .secret = $0.credential.kind { true } else { false }
      }
    let isMore = alive.count > declared
    isInOrder = !isMore && others != nil
    let starts = alive.compactMap(\.start).sorted()
    let dated = starts.count > declared ? starts[declared].utcDay : nil
    let seen = observation.history.past?.severalSince
    since = isMore ? [dated, seen, now.utcDay].compactMap(\.self).min() : nil
  }

  /// What to say of it.
  /// - Parameter evidence: What is known of the one in use.
  /// - Returns: Nothing for as long as one may take another's place.
  func findings(_ evidence: Evidence) -> [Finding] {
    guard let since, since < (now - RotationStep.overlap).utcDay else { return [] }
    var evidence = evidence
    evidence.add("live_secrets", alive.prefix(5).map(\.keyID).joined(separator: ", "))
    return [
      .found(
        .directoryCredential, .warning, "several-live-secrets",
        "the application has had \((alive.count - declared).of("living secret")) more than the "
          + "inventory declares since \(since)", evidence: evidence)
    ]
  }
}
