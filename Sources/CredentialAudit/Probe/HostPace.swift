import Foundation

/// How fast one host is asked: it starts slowly, goes up to what the settings allow, and goes down
/// where the host shows that it is too much.
///
/// A shared login host that was idle gets a few requests first, and one more in flight for each that
/// it answered (TCP's slow start, RFC 5681 section 3.1): an audit that starts with 64 at once looks
/// like an attack to whoever guards the host, and learns of a throttling 64 requests too late.
struct HostPace {
  private static let firstPlaces = 4
  /// Several tenants throttled within this time are a busy host, and so long it is left alone.
  private static let window: TimeInterval = 60
  private static let throttledTenantsOfABusyHost = 3

  private let mostPlaces: Int
  private let fullRate: Double
  /// Requests in flight that the host is trusted with.
  private(set) var places: Int
  /// Requests a second.
  private(set) var rate: Double
  private var throttledTenants: [String: Date] = [:]
  private var slowedAt = Date.distantPast

  init(_ settings: NetworkSettings) {
    mostPlaces = max(1, settings.perHost)
    fullRate = settings.ratePerSecond
    places = min(Self.firstPlaces, mostPlaces)
    rate = fullRate
  }

  /// A request is over, and the host did not ask for less.
  mutating func answered(at now: Date) {
    places = min(places + 1, mostPlaces)
    guard rate < fullRate, now.timeIntervalSince(slowedAt) >= Self.window else { return }
    rate = min(rate * 2, fullRate)
    slowedAt = now
  }

  /// The host told a tenant to slow down. One tenant's limits are its own; several within a minute
  /// are the host's.
  mutating func throttled(_ tenant: String, at now: Date) {
    throttledTenants = throttledTenants.filter { now.timeIntervalSince($0.value) < Self.window }
    throttledTenants[tenant] = now
    guard throttledTenants.count >= Self.throttledTenantsOfABusyHost else { return }
    throttledTenants = [:]
    slowedAt = now
    rate = max(min(1, fullRate), rate / 2)
    places = max(1, places / 2)
  }
}
