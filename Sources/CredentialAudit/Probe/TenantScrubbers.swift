import EntraIdentity
import Synchronization

/// The scrubbers of all tenants. One holds a dozen forms of each secret, so that only those of the
/// tenants that are judged at about the same time are kept.
final class TenantScrubbers: Sendable {
  /// More than there are tenants under way in a run with the usual settings.
  private static let capacity = 512

  private let secrets: [String: [Secret]]
  private let made = Mutex<[String: Scrubber]>([:])

  /// - Parameter secrets: What each tenant's server has seen or will see, by the tenant's name.
  init(_ secrets: [String: [Secret]]) {
    self.secrets = secrets
  }

  /// Takes a tenant's secrets out of texts.
  func scrubber(of tenant: String) -> Scrubber {
    if let scrubber = made.withLock({ $0[tenant] }) { return scrubber }
    let scrubber = Scrubber(secrets[tenant] ?? [])
    made.withLock { made in
      if made.count >= Self.capacity { made.removeAll() }
      made[tenant] = scrubber
    }
    return scrubber
  }
}
