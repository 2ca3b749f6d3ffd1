package import EntraIdentity
package import Foundation

/// Who may send when: the window of requests in flight, each host's share and rate, and what a
/// throttled tenant or host is spared.
///
/// A 429 holds back the tenant that got it. Only when several tenants of a host are throttled at
/// about the same time is it the host that is busy, and only then does its rate go down.
package actor RequestGate {
  private struct HostState {
    var inFlight = 0
    var nextSlot = Date.distantPast
    var rate: Double
    var throttledTenants: [String: Date] = [:]
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let settings: NetworkSettings
  private let time: any TimeSource
  private let deadline: Date
  private var hosts: [String: HostState] = [:]
  private var heldUntil: [String: Date] = [:]
  private var inFlight = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// How many requests were let through, by host.
  package private(set) var sent: [String: Int] = [:]

  /// Opens a gate for one run, which must have ended by `deadline`.
  package init(settings: NetworkSettings, time: any TimeSource, deadline: Date) {
    self.settings = settings
    self.time = time
    self.deadline = deadline
  }

  /// Waits until one more request to the host is allowed.
  /// - Returns: How long the attempt may take at the most, by the run's deadline.
  package func enter(host: String, tenant: String) async throws(TransportError) -> Duration {
    try await pause(for: host, tenant: tenant)
    // Waiting tasks sleep without holding a place, so that a slow host does not starve others.
    while hosts[host, default: fresh].inFlight >= settings.perHost {
      await withCheckedContinuation { hosts[host, default: fresh].waiting.append($0) }
    }
    hosts[host, default: fresh].inFlight += 1
    while inFlight >= settings.concurrency {
      await withCheckedContinuation { waiting.append($0) }
    }
    inFlight += 1
    if Task.isCancelled {
      leave(host: host)
      throw TransportError(kind: .cancelled, host: host, detail: "the run was ended")
    }
    let left = deadline.timeIntervalSince(time.now)
    guard left > 0 else {
      leave(host: host)
      throw deadlineReached(host)
    }
    sent[host, default: 0] += 1
    return .seconds(left)
  }

  /// Gives the place back.
  package func leave(host: String) {
    inFlight -= 1
    hosts[host, default: fresh].inFlight -= 1
    if !waiting.isEmpty { waiting.removeFirst().resume() }
    if hosts[host]?.waiting.isEmpty == false { hosts[host]?.waiting.removeFirst().resume() }
  }

  /// Notes that a tenant was told to slow down.
  package func throttled(host: String, tenant: String, retryAfter: Duration?) {
    let now = time.now
    // Without a header, Microsoft's own libraries wait a minute; an audit that may be asked again
    // tomorrow need not wait as long for its own retries.
    let pause = retryAfter ?? .seconds(5)
    heldUntil[tenant] = max(heldUntil[tenant] ?? now, now + pause / .seconds(1))
    var state = hosts[host, default: fresh]
    state.throttledTenants = state.throttledTenants.filter { now.timeIntervalSince($0.value) < 60 }
    state.throttledTenants[tenant] = now
    if state.throttledTenants.count >= 3 {
      state.rate = max(1, state.rate / 2)
      state.throttledTenants = [:]
    }
    hosts[host] = state
  }

  private var fresh: HostState { HostState(rate: settings.ratePerSecond) }

  /// Sleeps through the tenant's hold and until the host's next slot, if the deadline allows it.
  private func pause(for host: String, tenant: String) async throws(TransportError) {
    while true {
      let now = time.now
      let held = heldUntil[tenant] ?? now
      guard held > now else { break }
      try await sleep(until: held, host: host)
    }
    var state = hosts[host, default: fresh]
    let slot = max(time.now, state.nextSlot)
    // A slot that no request can use before the deadline is not taken from those that can.
    guard slot < deadline else { throw deadlineReached(host) }
    state.nextSlot = slot + 1 / state.rate
    hosts[host] = state
    try await sleep(until: slot, host: host)
  }

  private func sleep(until moment: Date, host: String) async throws(TransportError) {
    guard moment < deadline else { throw deadlineReached(host) }
    do {
      try await time.sleep(for: .seconds(moment.timeIntervalSince(time.now)))
    } catch {
      throw TransportError(kind: .cancelled, host: host, detail: "the run was ended")
    }
  }

  private func deadlineReached(_ host: String) -> TransportError {
    TransportError(kind: .deadline, host: host, detail: "the run's deadline was reached first")
  }
}
