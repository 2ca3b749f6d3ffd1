import EntraIdentity
import Foundation
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("Places of a gate and cancellation at the same moment", .timeLimit(.minutes(2)))
struct RequestGateRaceTests {
  private let time = ManualTime()

  private func gate(_ change: (inout NetworkSettings) -> Void) -> RequestGate {
    var settings = NetworkSettings()
    change(&settings)
    return RequestGate(settings: settings, time: time, deadline: time.now + 600)
  }

  /// Resuming a task takes a lock of the task's own, which whoever cancels it holds: a gate that
  /// resumes under its own lock stands still here.
  @Test("Places are handed on while those who wait are cancelled; nobody hangs, and none is lost")
  func handedOnWhileCancelled() async throws {
    for _ in 0..<400 {
      let gate = gate { $0.perHost = 1 }
      _ = try await gate.enter(host: "login.example", tenant: "first")
      let waiting = (0..<8).map { number in
        Task(executorPreference: EventLoopExecutor.one(number)) {
          guard (try? await gate.enter(host: "login.example", tenant: "t\(number)")) != nil else {
            return
          }
          gate.leave(host: "login.example")
        }
      }
      for _ in 0..<10 { await Task.yield() }
      let cancelling = Task { for task in waiting { task.cancel() } }
      gate.leave(host: "login.example")
      await cancelling.value
      for task in waiting { await task.value }
      _ = try await gate.enter(host: "login.example", tenant: "last")
    }
  }

  @Test("No request of a tenant goes by the place that its throttled one gives back")
  func throttledBeforeThePlace() async throws {
    for _ in 0..<400 {
      let gate = gate { $0.concurrency = 1 }
      let busy = GatedExchange(
        gate: gate, host: "login.example", tenant: "a", timeout: .seconds(20))
      let start = time.now
      let (isEntered, entered) = AsyncStream<Void>.makeStream()
      let throttled = Task(executorPreference: EventLoopExecutor.one(0)) {
        try await busy.run { _ throws(TransportError) in
          entered.finish()
          for _ in 0..<20 { await Task.yield() }
          return HTTPResponse(status: 429, headers: [(name: "Retry-After", value: "30")], body: [])
        }
      }
      for await _ in isEntered {}
      let next = Task(executorPreference: EventLoopExecutor.one(1)) { [time] in
        _ = try await gate.enter(host: "login.example", tenant: "a")
        return time.now
      }
      _ = try await throttled.value
      #expect(try await next.value.timeIntervalSince(start) >= 30)
    }
  }
}
