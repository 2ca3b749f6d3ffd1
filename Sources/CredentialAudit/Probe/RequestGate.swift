package import EntraIdentity
package import Foundation

/// Who may send when: the window of requests in flight, each host's share and rate, and what a
/// throttled tenant or host is spared.
///
/// A 429 holds back the tenant that got it. Only when several tenants of a host are throttled at
/// about the same time is it the host that is busy, and only then is all of it asked more slowly.
package actor RequestGate {
  private struct HostState {
    var places: PlaceQueue
    var pace: HostPace
    var nextSlot = Date.distantPast
  }

  private let settings: NetworkSettings
  private let time: any TimeSource
  private let deadline: Date
  private var hosts: [String: HostState] = [:]
  private var everywhere: PlaceQueue
  private var heldUntil: [String: Date] = [:]
  private var lastNumber = 0

  /// How many requests were let through, by host.
  package private(set) var sent: [String: Int] = [:]

  /// Makes a gate.
  /// - Parameters:
  ///   - settings: The limits.
  ///   - time: The clock.
  ///   - deadline: When the whole run must have ended.
  package init(settings: NetworkSettings, time: any TimeSource, deadline: Date) {
    self.settings = settings
    self.time = time
    self.deadline = deadline
    everywhere = PlaceQueue(limit: settings.concurrency)
  }

  /// The clock's time.
  package nonisolated var now: Date { time.now }

  /// Waits until one more request to the host is allowed.
  ///
  /// Whoever waits holds only what keeps nobody else back: nothing while its tenant is held, a
  /// place at its own host while it waits for the host's rate. The window over all hosts is entered
  /// last, so that a slow host cannot fill it with those that only wait.
  /// - Parameters:
  ///   - host: The host.
  ///   - tenant: What a 429 holds back.
  /// - Returns: How long the attempt may take at the most, by the run's deadline.
  /// - Throws: ``TransportError`` where the deadline comes first or the task is cancelled.
  package func enter(host: String, tenant: String) async throws(TransportError) -> Duration {
    repeat {
      try await waitWhileHeld(tenant, host: host)
      guard await takePlace(at: host) else { throw cancelled(host) }
      do throws(TransportError) {
        try await waitForSlot(host)
        guard await takePlace(at: nil) else { throw cancelled(host) }
      } catch {
        hosts[host]?.places.giveBack()
        throw error
      }
    } while giveBackIfHeld(tenant, host: host)
    let left = deadline.timeIntervalSince(time.now)
    guard left > 0, !Task.isCancelled else {
      leave(host: host)
      throw Task.isCancelled ? cancelled(host) : deadlineReached(host)
    }
    sent[host, default: 0] += 1
    return .seconds(left)
  }

  /// Gives the place back.
  package func leave(host: String) {
    everywhere.giveBack()
    hosts[host]?.places.giveBack()
  }

  /// Notes that a request to a host is over and that the host did not ask for less.
  package func answered(host: String) {
    let now = time.now
    withState(of: host) { $0.pace.answered(at: now) }
  }

  /// Notes that a tenant was told to slow down.
  package func throttled(host: String, tenant: String, retryAfter: Duration?) {
    let now = time.now
    // Without a header, Microsoft's own libraries wait a minute; an audit that may be asked again
    // tomorrow need not wait as long for its own retries.
    let pause = retryAfter ?? .seconds(5)
    heldUntil[tenant] = max(heldUntil[tenant] ?? now, now + pause / .seconds(1))
    withState(of: host) { $0.pace.throttled(tenant, at: now) }
  }

  private var fresh: HostState {
    let pace = HostPace(settings)
    return HostState(places: PlaceQueue(limit: pace.places), pace: pace)
  }

  /// Changes a host's state; what its pace then allows holds for its places at once.
  private func withState(of host: String, _ change: (inout HostState) -> Void) {
    change(&hosts[host, default: fresh])
    if let places = hosts[host]?.pace.places { hosts[host]?.places.limit(to: places) }
  }

  private func waitWhileHeld(_ tenant: String, host: String) async throws(TransportError) {
    while let end = heldUntil[tenant] {
      if end > time.now { try await sleep(until: end, host: host) }
      // Who has slept has waited, also where the clock was set back meanwhile; only what the tenant
      // was told since then holds it any longer.
      if heldUntil[tenant] == end { heldUntil[tenant] = nil }
    }
  }

  /// A tenant that was throttled while this one waited does not go on: asked last, so that no wait
  /// comes between it and the request.
  private func giveBackIfHeld(_ tenant: String, host: String) -> Bool {
    guard let end = heldUntil[tenant], end > time.now else { return false }
    leave(host: host)
    return true
  }

  /// Takes a place at a host, or in the window over all hosts where none is named.
  /// - Returns: False where the task was cancelled while it waited.
  private func takePlace(at host: String?) async -> Bool {
    guard !Task.isCancelled else { return false }
    if withQueue(of: host, { $0.take() }) { return true }
    lastNumber += 1
    let number = lastNumber
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        withQueue(of: host) { $0.wait(number, continuation) }
      }
    } onCancel: {
      // Runs after the wait has begun: until then this actor is busy with it.
      Task { await self.abandon(number, at: host) }
    }
  }

  private func abandon(_ number: Int, at host: String?) {
    withQueue(of: host) { $0.abandon(number) }
  }

  private func withQueue<Result>(
    of host: String?, _ body: (inout PlaceQueue) -> Result
  ) -> Result {
    guard let host else { return body(&everywhere) }
    return body(&hosts[host, default: fresh].places)
  }

  /// Takes the host's next slot and sleeps until it comes.
  private func waitForSlot(_ host: String) async throws(TransportError) {
    var state = hosts[host, default: fresh]
    let slot = max(time.now, state.nextSlot)
    state.nextSlot = slot + 1 / state.pace.rate
    hosts[host] = state
    try await sleep(until: slot, host: host)
  }

  private func sleep(until moment: Date, host: String) async throws(TransportError) {
    guard moment < deadline else { throw deadlineReached(host) }
    do {
      try await time.sleep(for: .seconds(moment.timeIntervalSince(time.now)))
    } catch {
      throw cancelled(host)
    }
  }

  private func cancelled(_ host: String) -> TransportError {
    TransportError(kind: .cancelled, host: host, detail: "the run was ended")
  }

  private func deadlineReached(_ host: String) -> TransportError {
    TransportError(kind: .deadline, host: host, detail: "the run's deadline was reached first")
  }
}
