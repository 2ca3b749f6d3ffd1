import EntraIdentity
import Synchronization
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("Observations that nobody takes yet", .timeLimit(.minutes(10)))
struct ObservationQueueTests {
  private static let url = "https://login.microsoftonline.com/common"
  private static let sights = 1_000

  /// How many were handed on so far.
  private final class Count: Sendable {
    private let number = Mutex(0)

    var value: Int { number.withLock { $0 } }

    func add() { number.withLock { $0 += 1 } }
  }

  /// Sees the same authority a thousand times, from as many tasks.
  private func looking(_ handedOn: Count) throws -> Looking {
    let plan = AuditPlan(authorities: [Self.url], kind: nil, tenantID: nil, trustedHosts: [])
    let tenant = try #require(plan.groups.first?.tenants.first?.tenant)
    let seen = AuditObservation.authority(
      AuthorityObservation(
        tenant: tenant, reading: Authority.read(Self.url), examination: nil, isOffline: true,
        scopes: []))
    return Looking { queue in
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<Self.sights {
          group.addTask {
            await queue.yield(seen)
            handedOn.add()
          }
        }
      }
    }
  }

  @Test("keep those waiting who see more, and none is lost")
  func bounded() async throws {
    let handedOn = Count()
    let looking = try looking(handedOn)
    var taken = 0
    for await _ in looking.observations {
      taken += 1
      #expect(handedOn.value <= taken + 128)
    }
    #expect(taken == Self.sights)
  }

  @Test("are all handed on once the look was stopped")
  func stopped() async throws {
    let looking = try looking(Count())
    looking.stop()
    var taken = 0
    for await _ in looking.observations { taken += 1 }
    #expect(taken == Self.sights)
  }
}
