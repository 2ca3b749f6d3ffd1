import EntraIdentity
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("Looking at many authorities", .timeLimit(.minutes(10)))
struct ProberTests {
  /// A clock that stands still, and whose sleeps end only when somebody says so.
  private final class HeldTime: TimeSource {
    let now = Date(timeIntervalSince1970: 1_795_000_000)
    private let (ends, end) = AsyncStream<Void>.makeStream()

    func sleep(for duration: Duration) async throws {
      if duration > .zero { for await _ in ends {} }
      try Task.checkCancellation()
    }

    func release() { end.finish() }
  }

  @Test("one that waits for its next attempt keeps no other from being asked")
  func waitsBesideOthers() async {
    let time = HeldTime()
    let transport = CannedTransport { request throws(TransportError) in
      // The first is waited for until the second was asked: alone in the window it would wait for
      // ever.
      if request.url.host == "second.example" { time.release() }
      throw TransportError(kind: .reset, host: request.url.host, detail: "ended")
    }
    var settings = NetworkSettings()
    settings.concurrency = 1
    settings.retries = 1
    let plan = AuditPlan(
      authorities: ["https://first.example", "https://second.example"], kind: .oidc, tenantID: nil,
      trustedHosts: [])
    let reader = SecretReader(environment: [:], commands: .never(reason: "test"))
    let prober = Prober(
      transport: transport, time: time, settings: settings, reader: reader, platform: .test,
      product: ProductIdentity(sku: "test", version: "1"), startedAt: time.now, isOffline: false)
    let survey = await SourceSurvey(plan, reader: reader, platform: .test)
    var seen: [String] = []
    for await observation in prober.look(at: plan, survey: survey).observations {
      if case .authority(let authority) = observation { seen.append(authority.tenant.name) }
    }
    #expect(seen.sorted() == ["https://first.example", "https://second.example"])
    #expect(transport.requests.count == 4)
  }
}
