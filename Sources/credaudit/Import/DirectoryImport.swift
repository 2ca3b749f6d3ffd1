import AuditReports
import CredentialAudit
import EntraIdentity
import Foundation

/// Reads the directory of one tenant.
struct DirectoryImport {
  private let inventory: Inventory
  private let tenant: InventoryTenant
  private let plan: AuditPlan
  private let network: NetworkConfiguration
  private let surroundings = Surroundings.current

  /// Everything that can be wrong before the first request is found here.
  init(_ inventory: Inventory, _ tenant: InventoryTenant) throws {
    self.inventory = inventory
    self.tenant = tenant
    // No name has what a pattern is made of.
    plan = AuditPlan(inventory, scope: RunScope(tenants: [tenant.name]))
    network = try NetworkConfiguration.fromEnvironment(
      surroundings.environment, limits: plan.settings, keepsConnections: true)
  }

  /// What is new, once the directory was read to its end.
  func draft() async throws -> InventoryDraft {
    let transport = try NetworkTransport(configuration: network)
    let prober = Prober(
      transport: transport, time: surroundings.time, settings: plan.settings,
      reader: SecretReader(
        environment: surroundings.environment, commands: CommandPermission.judging(inventory)),
      platform: surroundings.platform(PlatformNetworkTransport()), product: .credaudit,
      startedAt: surroundings.time.now, isOffline: false)
    let pulling = Task { [plan, tenant, time = surroundings.time] in
      let survey = await SourceSurvey(
        plan, reader: prober.reader, platform: prober.platform, time: time,
        deadline: prober.deadline)
      return await prober.pull(tenant, survey: survey)
    }
    surroundings.interruption.onSignal { pulling.cancel() }
    let pull = await pulling.value
    await transport.shutdown()
    if let status = surroundings.interruption.status { throw status }
    guard let found = pull.found else {
      complain(of: pull.findings)
      throw ExitStatus.unknown
    }
    return InventoryDraft(found, of: tenant, in: inventory)
  }

  /// Says why there is no draft: what stands in the way of the reading, before the reading itself.
  private func complain(of findings: [Finding]) {
    let troubles = findings.worstFirst().filter { $0.verdict.severity > Verdict.pass.severity }
    let cause = troubles.first { $0.verdict == .critical && $0.check != .directoryAccess }
    let reading = troubles.first { $0.check == .directoryAccess }
    let shown = [cause, reading].compactMap(\.self)
    surroundings.console.complain(
      "the directory of '\(TerminalEscaping.line(tenant.name))' was not read to its end, so that "
        + "nothing is drafted")
    for finding in shown {
      surroundings.console.complain(
        TerminalEscaping.line("\(finding.code): \(finding.summary)"),
        hint: finding.fix.map { TerminalEscaping.line($0) })
    }
  }
}
