import EntraIdentity
import Foundation
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("Whether a tenant's directory can be read at all", .timeLimit(.minutes(1)))
struct DirectoryProbeTests {
  private let transport = CannedTransport()

  private func look(
    reader name: String?, secret: String? = "s-e-c-r-e-t", _ state: AuthorityState
  ) async -> DirectoryLook? {
    let time = ManualTime()
    let reader = SecretReader(
      environment: secret.map { ["S": $0] } ?? [:], commands: .never(reason: "test"))
    let prober = Prober(
      transport: transport, time: time, settings: NetworkSettings(), reader: reader,
      platform: .test, product: ProductIdentity(sku: "test", version: "1"), startedAt: time.now,
      isOffline: false)
    let application = DirectoryFixture().application
    let tenant = InventoryTenant(
      name: "contoso", authority: "https://login.microsoftonline.com/\(ResolvedFixture.tenant)",
      kind: nil, tenantID: nil, tags: [], owner: nil,
      directory: name.map { InventoryDirectory(reader: $0, watch: .all) }, trustedHosts: [],
      clientAuthentication: .post, applications: [application],
      location: SourceLocation(file: "inventory.yaml", line: 1, column: 1))
    let plan = AuditPlan(
      Inventory(
        path: "inventory.yaml", sha256: "", network: NetworkSettings(), unknownFor: Days(3),
        tenants: [tenant], suppressions: []))
    return await DirectoryProbe(
      prober: prober, survey: await SourceSurvey(plan, reader: reader, platform: .test),
      transport: GatedTransport(
        transport, gate: prober.gate, tenant: "t", timeout: .seconds(20)),
      retry: RetryPolicy(maximumAttempts: 1)
    ).look(at: tenant, state)
  }

  private func code(_ look: DirectoryLook?) -> String? {
    if case .notRead(let code) = look?.observation { code } else { nil }
  }

  @Test(
    "a reader that is not there, or of which there is nothing to use, is said and asks nobody",
    arguments: [
      ("billing/nothing", "s-e-c-r-e-t"), ("nobody/primary", "s-e-c-r-e-t"),
      ("billing/primary", nil),
    ] as [(String, String?)])
  func unusable(_ reader: String, _ secret: String?) async throws {
    let look = await look(
      reader: reader, secret: secret, .proven(try ResolvedFixture.resolved()))
    #expect(code(look) == "reader-unusable")
    #expect(transport.requests.isEmpty)
  }

  @Test("one that is there is tried")
  func tried() async throws {
    let look = await look(reader: "billing/primary", .proven(try ResolvedFixture.resolved()))
    guard case .failed(let failure) = look?.observation, case .noToken = failure.reason else {
      Issue.record("it was not tried")
      return
    }
    #expect(transport.requests.allSatisfy { $0.url.path.hasSuffix("/token") })
    #expect(!transport.requests.isEmpty)
  }

  @Test("a tenant without a directory is not looked at, and one whose authority failed is not read")
  func others() async throws {
    #expect(await look(reader: nil, .proven(try ResolvedFixture.resolved())) == nil)
    let failed = await look(reader: "nobody/primary", .failed(.authorityURL, code: "x"))
    #expect(code(failed) == "authority-failed")
    #expect(code(await look(reader: "billing/primary", .offline(nil))) == "offline")
  }
}
