import CredentialAudit
import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("The gate says who may send when", .timeLimit(.minutes(10)))
struct RequestGateTests {
  private let time = ManualTime()

  private func gate(_ change: (inout NetworkSettings) -> Void = { _ in }) -> RequestGate {
    var settings = NetworkSettings()
    settings.ratePerSecond = 1000
    change(&settings)
    return RequestGate(settings: settings, time: time, deadline: time.now + 600)
  }

  @Test("a host gets no more than its rate")
  func rateHolds() async throws {
    let gate = gate { $0.ratePerSecond = 10 }
    let start = time.now
    for _ in 0..<21 {
      _ = try await gate.enter(host: "login.example", tenant: "a")
      gate.leave(host: "login.example")
    }
    #expect(time.now.timeIntervalSince(start) >= 1.99)
  }

  @Test("a throttled tenant waits, and its neighbour does not")
  func throttlingHoldsTheTenantBack() async throws {
    let gate = gate()
    gate.throttled(host: "login.example", tenant: "a", retryAfter: .seconds(30))
    let start = time.now
    _ = try await gate.enter(host: "login.example", tenant: "b")
    #expect(time.now.timeIntervalSince(start) < 1)
    _ = try await gate.enter(host: "login.example", tenant: "a")
    #expect(time.now.timeIntervalSince(start) >= 30)
  }

  @Test("the host slows down only when several tenants are throttled", arguments: [1, 2, 3, 4])
  func hostSlowsDown(tenants: Int) async throws {
    let gate = gate { $0.ratePerSecond = 10 }
    for number in 0..<tenants {
      gate.throttled(host: "login.example", tenant: "t\(number)", retryAfter: .zero)
    }
    let start = time.now
    for _ in 0..<11 {
      _ = try await gate.enter(host: "login.example", tenant: "quiet")
      gate.leave(host: "login.example")
    }
    let elapsed = time.now.timeIntervalSince(start)
    #expect(tenants >= 3 ? elapsed >= 1.9 : elapsed < 1.1)
  }

  @Test("three tenants throttled over a long time are no busy host")
  func throttledNowAndThen() async throws {
    let gate = gate { $0.ratePerSecond = 10 }
    for number in 0..<3 {
      gate.throttled(host: "login.example", tenant: "t\(number)", retryAfter: .zero)
      time.advance(by: .seconds(60))
    }
    let start = time.now
    for _ in 0..<11 {
      _ = try await gate.enter(host: "login.example", tenant: "quiet")
      gate.leave(host: "login.example")
    }
    #expect(time.now.timeIntervalSince(start) < 1.1)
  }

  @Test(
    "a tenant is held for as long as the longest answer asked, and some seconds where none said",
    arguments: [([30, 10], 30), ([10, 30], 30), ([nil], 5), ([0], 0)]
      as [([Int?], TimeInterval)])
  func held(_ answers: [Int?], _ seconds: TimeInterval) async throws {
    let gate = gate()
    for answer in answers {
      gate.throttled(
        host: "login.example", tenant: "a", retryAfter: answer.map { .seconds($0) })
    }
    let start = time.now
    _ = try await gate.enter(host: "login.example", tenant: "a")
    #expect(abs(time.now.timeIntervalSince(start) - seconds) < 0.1)
  }

  @Test("who has slept has waited, also where the clock was set back meanwhile")
  func clockSetBack() async throws {
    struct SetBack: TimeSource {
      let now = Date(timeIntervalSince1970: 1_795_000_000)
      func sleep(for duration: Duration) async throws { try Task.checkCancellation() }
    }
    let time = SetBack()
    let gate = RequestGate(settings: NetworkSettings(), time: time, deadline: time.now + 600)
    gate.throttled(host: "login.example", tenant: "a", retryAfter: .seconds(30))
    // Asking the clock again would never end.
    _ = try await gate.enter(host: "login.example", tenant: "a")
    #expect(gate.sent == ["login.example": 1])
  }

  @Test("nothing starts at or after the deadline")
  func deadlineHolds() async throws {
    let gate = gate()
    time.advance(by: .seconds(600))
    let error = await #expect(throws: TransportError.self) {
      try await gate.enter(host: "login.example", tenant: "a")
    }
    #expect(error?.kind == .deadline)
  }

  @Test("a wait that would outlast the deadline is not begun")
  func holdBeyondDeadlineFailsAtOnce() async throws {
    let gate = gate()
    gate.throttled(host: "login.example", tenant: "a", retryAfter: .seconds(3600))
    let error = await #expect(throws: TransportError.self) {
      try await gate.enter(host: "login.example", tenant: "a")
    }
    #expect(error?.kind == .deadline)
    #expect(time.slept.isEmpty)
  }

  @Test("an attempt may take no longer than the run has left")
  func attemptIsLimitedByDeadline() async throws {
    let gate = gate()
    time.advance(by: .seconds(590))
    let left = try await gate.enter(host: "login.example", tenant: "a")
    #expect(left <= .seconds(10))
  }

  @Test("no more requests are in flight than allowed, over all hosts and to one")
  func windowHolds() async throws {
    let gate = gate {
      $0.concurrency = 3
      $0.perHost = 2
      $0.ratePerSecond = 100_000
    }
    let counts = Counts()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<60 {
        group.addTask {
          let host = "h\(number % 4).example"
          _ = try await gate.enter(host: host, tenant: host)
          await counts.enter(host)
          await Task.yield()
          await counts.leave(host)
          gate.leave(host: host)
        }
      }
      try await group.waitForAll()
    }
    #expect(await counts.most <= 3)
    #expect(await counts.mostOfOneHost <= 2)
    #expect(gate.sent.values.reduce(0, +) == 60)
  }

  @Test("whoever waits for a place and is cancelled goes at once, and no place is lost")
  func cancelledWaiterGoes() async throws {
    let gate = gate { $0.perHost = 1 }
    _ = try await gate.enter(host: "login.example", tenant: "a")
    let waiting = Task { try await gate.enter(host: "login.example", tenant: "b") }
    for _ in 0..<100 { await Task.yield() }
    waiting.cancel()
    // Nobody has left: without an answer to the cancellation this would wait for ever.
    let error = await #expect(throws: TransportError.self) { try await waiting.value }
    #expect(error?.kind == .cancelled)
    gate.leave(host: "login.example")
    _ = try await gate.enter(host: "login.example", tenant: "c")
    #expect(gate.sent == ["login.example": 2])
  }

  @Test("those who wait for a host's place do not fill the window of the others")
  func slowHostFillsNoWindow() async throws {
    let gate = gate {
      $0.concurrency = 2
      $0.perHost = 1
    }
    _ = try await gate.enter(host: "slow.example", tenant: "a")
    let waiting = (0..<10).map { number in
      Task { try await gate.enter(host: "slow.example", tenant: "t\(number)") }
    }
    for _ in 0..<100 { await Task.yield() }
    _ = try await gate.enter(host: "quick.example", tenant: "b")
    for task in waiting { task.cancel() }
    for task in waiting { _ = await task.result }
    #expect(gate.sent["quick.example"] == 1)
  }

  @Test(
    "a tenant that is throttled while its next request waits for a place is spared that request")
  func throttledWhileWaiting() async throws {
    let gate = gate { $0.perHost = 1 }
    _ = try await gate.enter(host: "login.example", tenant: "a")
    let start = time.now
    let waiting = Task { try await gate.enter(host: "login.example", tenant: "a") }
    for _ in 0..<100 { await Task.yield() }
    gate.throttled(host: "login.example", tenant: "a", retryAfter: .seconds(30))
    gate.leave(host: "login.example")
    _ = try await waiting.value
    #expect(time.now.timeIntervalSince(start) >= 30)
  }

  @Test("whoever waits for the window over all hosts and is cancelled gives its host's place back")
  func cancelledBeforeTheWindow() async throws {
    let gate = gate {
      $0.concurrency = 1
      $0.perHost = 1
    }
    _ = try await gate.enter(host: "one.example", tenant: "a")
    let waiting = Task { try await gate.enter(host: "two.example", tenant: "b") }
    for _ in 0..<100 { await Task.yield() }
    waiting.cancel()
    let error = await #expect(throws: TransportError.self) { try await waiting.value }
    #expect(error?.kind == .cancelled)
    gate.leave(host: "one.example")
    // Were a place lost, this would wait for ever.
    _ = try await gate.enter(host: "two.example", tenant: "c")
    #expect(gate.sent == ["one.example": 1, "two.example": 1])
  }

  @Test("whoever finds no slot before the deadline gives its place back, and keeps nobody waiting")
  func noSlotLeft() async throws {
    let gate = gate {
      $0.perHost = 1
      $0.ratePerSecond = 0.001
    }
    _ = try await gate.enter(host: "slow.example", tenant: "a")
    gate.leave(host: "slow.example")
    for _ in 0..<3 {
      let error = await #expect(throws: TransportError.self) {
        try await gate.enter(host: "slow.example", tenant: "a")
      }
      #expect(error?.kind == .deadline)
    }
    #expect(time.slept.isEmpty)
  }

  @Test("a place goes to whoever waits longest")
  func firstComeFirstServed() async throws {
    let gate = gate { $0.perHost = 1 }
    let order = Order()
    _ = try await gate.enter(host: "login.example", tenant: "a")
    var waiting: [Task<Void, any Error>] = []
    for number in 0..<5 {
      waiting.append(
        Task {
          _ = try await gate.enter(host: "login.example", tenant: "t\(number)")
          await order.note(number)
          gate.leave(host: "login.example")
        })
      for _ in 0..<100 { await Task.yield() }
    }
    gate.leave(host: "login.example")
    for task in waiting { try await task.value }
    #expect(await order.numbers == [0, 1, 2, 3, 4])
  }

  private actor Order {
    private(set) var numbers: [Int] = []

    func note(_ number: Int) { numbers.append(number) }
  }

  private actor Counts {
    private var now: [String: Int] = [:]
    private(set) var most = 0
    private(set) var mostOfOneHost = 0

    func enter(_ host: String) {
      now[host, default: 0] += 1
      most = max(most, now.values.reduce(0, +))
      mostOfOneHost = max(mostOfOneHost, now[host, default: 0])
    }

    func leave(_ host: String) {
      now[host, default: 0] -= 1
    }
  }
}
