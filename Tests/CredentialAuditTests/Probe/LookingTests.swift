import EntraIdentity
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("A look that is under way", .timeLimit(.minutes(10)))
struct LookingTests {
  /// Sees three authorities, then goes on until it is ended.
  private func looking(_ ended: @escaping @Sendable () -> Void = {}) -> Looking {
    let url = "https://login.microsoftonline.com/common"
    let plan = AuditPlan(authorities: [url], kind: nil, tenantID: nil, trustedHosts: [])
    let tenants = plan.groups.flatMap(\.tenants).map(\.tenant)
    return Looking { stream in
      for tenant in tenants + tenants + tenants {
        await stream.yield(
          .authority(
            AuthorityObservation(
              tenant: tenant, reading: Authority.read(url), examination: nil, isOffline: true,
              scopes: [])))
      }
      while !Task.isCancelled { await Task.yield() }
      ended()
    }
  }

  @Test("still gives out what it saw after it was stopped, and then ends")
  func stopped() async {
    let looking = looking()
    var seen = 0
    for await _ in looking.observations {
      seen += 1
      if seen == 1 { looking.stop() }
    }
    #expect(seen == 3)
  }

  @Test("ends by itself when nobody takes what it sees any more")
  func abandoned() async {
    let (ends, end) = AsyncStream<Void>.makeStream()
    let looking = looking { end.finish() }
    let taking = Task { for await _ in looking.observations {} }
    taking.cancel()
    await taking.value
    // Without an end of the look this would wait for ever.
    for await _ in ends {}
  }
}
