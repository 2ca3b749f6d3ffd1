import CredentialAudit
import EntraIdentity
import Foundation

/// The audit between its inventory and its judgement: requests, documents, proofs and signatures.
struct Probing {
  private let inventory: Inventory

  init(folder: String) throws {
    inventory = try InventoryLoader(now: Date()).load(path: folder + "/inventory.yaml")
  }

  func measure() async throws -> Expense {
    let plan = AuditPlan(inventory)
    var network = try NetworkConfiguration.fromEnvironment([:], caBundle: plan.settings.caBundle)
    network.connectionsPerHost = plan.settings.perHost
    let transport = try NetworkTransport(configuration: network)
    let platform = HostPlatform(
      environment: [:], fileExists: { _ in false }, arcKeys: .standard,
      transport: PlatformNetworkTransport())
    let prober = Prober(
      transport: transport, time: SystemTime(), settings: plan.settings,
      reader: SecretReader(environment: [:], commands: .never(reason: "none is measured")),
      platform: platform, product: .library, startedAt: Date(), isOffline: false)
    let survey = await SourceSurvey(plan, reader: prober.reader, platform: prober.platform)
    let expense = await Expense.of {
      var seen = 0
      for await _ in prober.look(at: plan, survey: survey).observations { seen += 1 }
      precondition(seen == plan.authorityCount + plan.credentialCount, "not all was looked at")
      return prober.gate.sent.values.reduce(0, +)
    }
    await transport.shutdown()
    return expense
  }
}
