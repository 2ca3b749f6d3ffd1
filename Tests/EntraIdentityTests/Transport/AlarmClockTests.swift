import Testing

@testable import EntraIdentity

@Suite("An alarm clock for many limits", .timeLimit(.minutes(10)))
struct AlarmClockTests {
  private let clock = AlarmClock()

  /// Hears the numbers of alarms as they ring.
  private func listen() -> (heard: AsyncStream<Int>, ring: @Sendable (Int) -> Void) {
    let (heard, continuation) = AsyncStream<Int>.makeStream()
    return (heard, { continuation.yield($0) })
  }

  @Test("rings what ends first, though it was set last, and leaves the others set")
  func order() async {
    let (heard, ring) = listen()
    var rung = heard.makeAsyncIterator()
    let later = [600, 500, 900].map { second in
      clock.set(in: .seconds(second)) { ring(second) }
    }
    _ = clock.set(in: .milliseconds(1)) { ring(1) }
    #expect(await rung.next() == 1)
    for alarm in later { #expect(clock.stop(alarm)) }
  }

  @Test("never rings what was stopped, and goes on with the others")
  func stopped() async {
    let (heard, ring) = listen()
    var rung = heard.makeAsyncIterator()
    let first = clock.set(in: .seconds(600)) { ring(1) }
    _ = clock.set(in: .milliseconds(5)) { ring(2) }
    #expect(clock.stop(first))
    #expect(await rung.next() == 2)
    #expect(!clock.stop(first))
  }

  @Test("and says of one that has rung that it was too late to stop it")
  func tooLate() async {
    let (heard, ring) = listen()
    var rung = heard.makeAsyncIterator()
    let alarm = clock.set(in: .zero) { ring(1) }
    #expect(await rung.next() == 1)
    #expect(!clock.stop(alarm))
  }

  @Test("is set again after it has run empty")
  func again() async {
    let (heard, ring) = listen()
    var rung = heard.makeAsyncIterator()
    for round in 0..<3 {
      _ = clock.set(in: .milliseconds(1)) { ring(round) }
      #expect(await rung.next() == round)
    }
  }

  @Test("and of thousands, set from everywhere, each either rings or is stopped, never both")
  func many() async {
    let (heard, ring) = listen()
    let stopped = await withTaskGroup(of: Int?.self) { group in
      for number in 0..<2_000 {
        group.addTask { [clock] in
          let alarm = clock.set(in: .microseconds(number)) { ring(number) }
          return clock.stop(alarm) ? number : nil
        }
      }
      return await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
    }
    // What was not stopped has rung, or is about to: the clock rings one after another.
    var rung = heard.makeAsyncIterator()
    var numbers: Set<Int> = []
    while numbers.count + stopped.count < 2_000, let number = await rung.next() {
      #expect(numbers.insert(number).inserted && !stopped.contains(number))
    }
    _ = clock.set(in: .milliseconds(1)) { ring(-1) }
    #expect(await rung.next() == -1)
  }
}

@Suite("A limit of time")
struct TimeLimitTests {
  @Test("lets work that is done in time give its value")
  func inTime() async {
    #expect(await TimeLimit.run(.seconds(60)) { 7 } == 7)
  }

  @Test("gives up what is not, by cancelling it, and has no value then")
  func late() async {
    let (cancelled, continuation) = AsyncStream<Bool>.makeStream()
    let value = await TimeLimit.run(.milliseconds(5)) {
      for await _ in AsyncStream<Never>(unfolding: {
        try? await Task.sleep(for: .seconds(600)); return nil
      }) {}
      continuation.yield(Task.isCancelled)
      return 7
    }
    #expect(value == nil)
    var seen = cancelled.makeAsyncIterator()
    #expect(await seen.next() == true)
  }

  @Test("and hands the caller's own cancellation on")
  func cancelledByCaller() async {
    let (begun, beginning) = AsyncStream<Void>.makeStream()
    let caller = Task {
      await TimeLimit.run(.seconds(600)) {
        beginning.yield()
        try? await Task.sleep(for: .seconds(600))
        return Task.isCancelled
      }
    }
    var start = begun.makeAsyncIterator()
    await start.next()
    caller.cancel()
    #expect(await caller.value == true)
  }
}
