package import EntraIdentity
package import Foundation
import Synchronization

/// Who may send when: the window of requests in flight, each host's share and rate, and what a
/// throttled tenant or host is spared.
///
/// A 429 holds back the tenant that got it. Only when several tenants of a host are throttled at
/// about the same time is it the host that is busy, and only then is all of it asked more slowly.
///
/// Where nobody has to wait, the way through it is a lock and no change of thread.
package final class RequestGate: Sendable {
  private struct HostState {
    var places: PlaceQueue
    var pace: HostPace
    var nextSlot = Date.distantPast
    /// How many requests were let through.
    var sent = 0
  }

  private struct State {
    var hosts: [String: HostState] = [:]
    var everywhere: PlaceQueue
    var heldUntil: [String: Date] = [:]
    var lastNumber = 0
  }

  /// A slot that is nearer is taken at once: a timer for it would take longer.
  private static let nearestWait: TimeInterval = 0.001

  private let settings: NetworkSettings
  private let time: any TimeSource
  private let deadline: Date
  private let state: Mutex<State>

  /// How many requests were let through, by host.
  package var sent: [String: Int] {
    state.withLock { $0.hosts.compactMapValues { $0.sent > 0 ? $0.sent : nil } }
  }

  /// Makes a gate.
  /// - Parameters:
  ///   - settings: The limits.
  ///   - time: The clock.
  ///   - deadline: When the whole run must have ended.
  package init(settings: NetworkSettings, time: any TimeSource, deadline: Date) {
    self.settings = settings
    self.time = time
    self.deadline = deadline
    state = Mutex(State(everywhere: PlaceQueue(limit: settings.concurrency)))
  }

  /// The clock's time.
  package var now: Date { time.now }

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
        withState(of: host) { $0.places.giveBack() }?.resume(returning: true)
        throw error
      }
    } while giveBackIfHeld(tenant, host: host)
    let left = deadline.timeIntervalSince(time.now)
    guard left > 0, !Task.isCancelled else {
      leave(host: host)
      throw Task.isCancelled ? cancelled(host) : deadlineReached(host)
    }
    withState(of: host) { $0.sent += 1 }
    return .seconds(left)
  }

  /// Gives the place back.
  package func leave(host: String) {
    let (one, other) = state.withLock { state in
      (state.everywhere.giveBack(), state.hosts[host]?.places.giveBack())
    }
    one?.resume(returning: true)
    other?.resume(returning: true)
  }

  /// Notes that a request to a host is over and that the host did not ask for less.
  package func answered(host: String) {
    let now = time.now
    change(host) { $0.answered(at: now) }
  }

  /// Notes that a tenant was told to slow down.
  package func throttled(host: String, tenant: String, retryAfter: Duration?) {
    let now = time.now
    // Without a header, Microsoft's own libraries wait a minute; an audit that may be asked again
    // tomorrow need not wait as long for its own retries.
    let end = now + (retryAfter ?? .seconds(5)) / .seconds(1)
    state.withLock { $0.heldUntil[tenant] = max($0.heldUntil[tenant] ?? now, end) }
    change(host) { $0.throttled(tenant, at: now) }
  }

  /// Changes a host's pace; what that allows holds for its places at once.
  private func change(_ host: String, _ change: (inout HostPace) -> Void) {
    let next = withState(of: host) { state in
      change(&state.pace)
      return state.places.limit(to: state.pace.places)
    }
    for waiter in next { waiter.resume(returning: true) }
  }

  private func withState<Result>(
    of host: String, _ body: (inout HostState) -> sending Result
  ) -> Result {
    state.withLock { body(&$0.hosts[host, default: fresh]) }
  }

  private var fresh: HostState {
    let pace = HostPace(settings)
    return HostState(places: PlaceQueue(limit: pace.places), pace: pace)
  }

  private func waitWhileHeld(_ tenant: String, host: String) async throws(TransportError) {
    while let end = state.withLock({ $0.heldUntil[tenant] }) {
      if end > time.now { try await sleep(until: end, host: host) }
      // Who has slept has waited, also where the clock was set back meanwhile; only what the tenant
      // was told since then holds it any longer.
      state.withLock { if $0.heldUntil[tenant] == end { $0.heldUntil[tenant] = nil } }
    }
  }

  /// A tenant that was throttled while this one waited does not go on: asked last, so that no wait
  /// comes between it and the request.
  private func giveBackIfHeld(_ tenant: String, host: String) -> Bool {
    guard let end = state.withLock({ $0.heldUntil[tenant] }), end > time.now else { return false }
    leave(host: host)
    return true
  }

  /// Takes a place at a host, or in the window over all hosts where none is named.
  /// - Returns: False where the task was cancelled while it waited.
  private func takePlace(at host: String?) async -> Bool {
    guard !Task.isCancelled else { return false }
    if withQueue(of: host, { $0.take() }) { return true }
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isTaken = withQueue(of: host) { queue -> Bool? in
          // What is cancelled from here on finds the wait; what was before is seen here.
          if Task.isCancelled { return false }
          if queue.take() { return true }
          queue.wait(number, continuation)
          return nil
        }
        if let isTaken { continuation.resume(returning: isTaken) }
      }
    } onCancel: {
      withQueue(of: host) { $0.abandon(number) }?.resume(returning: false)
    }
  }

  private func withQueue<Result>(
    of host: String?, _ body: (inout PlaceQueue) -> sending Result
  ) -> Result {
    guard let host else { return state.withLock { body(&$0.everywhere) } }
    return withState(of: host) { body(&$0.places) }
  }

  /// Takes the host's next slot and sleeps until it comes.
  private func waitForSlot(_ host: String) async throws(TransportError) {
    let now = time.now
    let slot = withState(of: host) { state in
      let slot = max(now, state.nextSlot)
      state.nextSlot = slot + 1 / state.pace.rate
      return slot
    }
    guard slot.timeIntervalSince(now) > Self.nearestWait else { return }
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
