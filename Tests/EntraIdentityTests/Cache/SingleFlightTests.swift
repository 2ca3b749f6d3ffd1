import Synchronization
import Testing

@testable import EntraIdentity

/// Work that begins when it is told to end, and counts how often it ran.
private final class Work: Sendable {
  private struct State {
    var runs = 0
    var cancelled = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
    var watchers: [(runs: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }
  private let state = Mutex(State())

  var runs: Int { state.withLock { $0.runs } }
  var cancelled: Int { state.withLock { $0.cancelled } }

  /// Runs until it is told to end.
  func run() async -> Int {
    let (number, ready) = state.withLock { state in
      state.runs += 1
      let runs = state.runs
      defer { state.watchers.removeAll { $0.runs <= runs } }
      return (runs, state.watchers.filter { $0.runs <= runs }.map(\.continuation))
    }
    for continuation in ready { continuation.resume() }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        state.withLock { $0.waiting.append(continuation) }
      }
    } onCancel: {
      state.withLock { $0.cancelled += 1 }
      end()
    }
    return number
  }

  func end() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  func began(_ runs: Int) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.runs >= runs { return true }
        state.watchers.append((runs, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }
}

@Suite("Work that many want at the same time", .timeLimit(.minutes(10))) struct SingleFlightTests {
  private let flights = SingleFlight<String, Int>()
  private let work = Work()

  private func waiters(for key: String) -> Int {
    flights.state.withLock { $0.flights[key]?.waiters.count ?? 0 }
  }

  /// Waits until a number of callers wait for a key, by asking until it is so.
  private func waiting(_ count: Int, for key: String) async {
    while waiters(for: key) < count, !Task.isCancelled { await Task.yield() }
  }

  @Test("is done once, and all are told the same")
  func once() async {
    let values = await withTaskGroup(of: Int?.self) { group in
      for _ in 0..<16 { group.addTask { await flights.value(for: "a") { await work.run() } } }
      await waiting(16, for: "a")
      work.end()
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(values == Array(repeating: 1, count: 16))
    #expect(work.runs == 1)
  }

  @Test("is done anew once it has ended: nothing is remembered")
  func forgetful() async {
    for run in 1...3 {
      async let value = flights.value(for: "a") { await work.run() }
      await work.began(run)
      work.end()
      #expect(await value == run)
    }
  }

  @Test("goes on for the others when one caller is cancelled, who goes at once")
  func cancelledCaller() async {
    let one = Task { await flights.value(for: "a") { await work.run() } }
    let two = Task { await flights.value(for: "a") { await work.run() } }
    await waiting(2, for: "a")
    one.cancel()
    #expect(await one.value == nil)
    #expect(work.cancelled == 0)
    work.end()
    #expect(await two.value == 1)
  }

  @Test("is cancelled when the last caller has gone, and who comes then does not wait for that")
  func lastCaller() async {
    let caller = Task { await flights.value(for: "a") { await work.run() } }
    await work.began(1)
    await waiting(1, for: "a")
    caller.cancel()
    #expect(await caller.value == nil)
    async let next = flights.value(for: "a") { await work.run() }
    await work.began(2)
    work.end()
    #expect(await next == 2)
    #expect(work.cancelled == 1)
  }

  @Test("is not begun for a caller that was cancelled before, beyond what ends at once")
  func cancelledBefore() async {
    let caller = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await flights.value(for: "a") { await work.run() }
    }
    #expect(await caller.value == nil)
    #expect(waiters(for: "a") == 0)
  }

  @Test("holds up no other key")
  func otherKeys() async {
    async let slow = flights.value(for: "slow") { await work.run() }
    await work.began(1)
    #expect(await flights.value(for: "fast") { 7 } == 7)
    work.end()
    #expect(await slow == 1)
  }

  @Test("goes on in the background without anybody waiting, and whoever comes may wait for it")
  func background() async {
    flights.start("a") { await work.run() }
    flights.start("a") { await work.run() }
    await work.began(1)
    let leaver = Task { await flights.value(for: "a") { await work.run() } }
    await waiting(1, for: "a")
    leaver.cancel()
    #expect(await leaver.value == nil)
    #expect(work.cancelled == 0)
    async let value = flights.value(for: "a") { await work.run() }
    await waiting(1, for: "a")
    work.end()
    #expect(await value == 1)
    #expect(work.runs == 1)
  }
}
