import Foundation
import Synchronization
import TestSupport
import Testing

@testable import EntraIdentity

@Suite("A token that many ask for at the same time", .timeLimit(.minutes(10)))
struct SharedRequestTests {
  @Test("a library's bug: sixteen misses at the same time send one request")
  func sixteenMisses() async throws {
    let bench = try ClientBench()
    bench.service.hold()
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 {
        group.addTask { try await bench.client.acquireToken(for: [.microsoftGraph]).text }
      }
      await bench.service.arrived(1)
      bench.service.release()
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(texts.count == 1)
    #expect(bench.service.requests.count == 2)
  }

  @Test("one failure is told to all who waited, and the next call asks anew")
  func sharedFailure() async throws {
    let bench = try ClientBench()
    bench.service.script(StubTokenService.Answer(failure: .reset))
    bench.service.hold()
    let failures = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          await Self.fails { try await bench.client.acquireToken(for: ClientBench.scopes("a")) }
        }
      }
      while bench.cache.waiters < 4, !Task.isCancelled { await Task.yield() }
      bench.service.release()
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(failures == 4)
    #expect(bench.service.tokenRequests.count == 1)
    _ = try await bench.client.acquireToken(for: ClientBench.scopes("a"))
  }

  @Test("a client is not told how another's credential was refused, over one cache")
  func otherClient() async throws {
    let bench = try ClientBench()
    let other = try bench.another(
      authority: "https://login.microsoftonline.com/\(StubTokenService.tenant)")
    bench.service.script(.refusal(7_000_215, status: 401))
    bench.service.hold()
    let failures = await withTaskGroup(of: Bool.self) { group in
      for client in [bench.client, other] {
        group.addTask {
          await Self.fails { try await client.acquireToken(for: ClientBench.scopes("a")) }
        }
      }
      await bench.service.arrived(2)
      bench.service.release()
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(failures == 1)
  }

  private static func fails(_ work: () async throws -> AcquiredToken) async -> Bool {
    do {
      _ = try await work()
      return false
    } catch {
      return true
    }
  }

  @Test("a cancelled caller returns at once and leaves the others their token")
  func cancelledCaller() async throws {
    let bench = try ClientBench()
    bench.service.hold()
    let one = Task { try await bench.client.acquireToken(for: [.microsoftGraph]) }
    let two = Task { try await bench.client.acquireToken(for: [.microsoftGraph]) }
    await bench.service.arrived(1)
    one.cancel()
    let error = await #expect(throws: TokenError.self) { try await one.value }
    guard case .transport(let failure)? = error?.error, failure.kind == .cancelled else {
      Issue.record("\(String(describing: error))")
      return
    }
    bench.service.release()
    #expect(try await two.value.source == .network)
  }
}

extension TokenCache {
  /// How many callers wait for a request that is under way.
  fileprivate var waiters: Int {
    flights.state.withLock { $0.flights.values.reduce(0) { $0 + $1.waiters.count } }
  }
}
