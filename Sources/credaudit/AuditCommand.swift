import ArgumentParser
import CredentialAudit

/// The job: looks at everything in the inventory, records it and writes the reports.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Looks at every authority and credential of the inventory, and writes reports.")

  @OptionGroup var inventory: InventoryOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var conduct: AuditOptions

  mutating func run() async throws {
    let inventory = try inventory.load()
    let scope = try scope.scope(environment: Surroundings.current.environment)
    let owners = try KnownOwners.read(inventory, scope, database: output.database)
    let plan = try self.scope.plan(inventory, scope: scope, owners: owners)
    // By its plan a night's command line is tried: what is wrong with it must not wait for the night.
    _ = try output.reportFormats()
    if conduct.plan { return try PlanSummary(plan, isOffline: conduct.offline).print() }
    let audit = try Audit(inventory, plan, scope: scope, output: output, conduct: conduct)
    let run = try await audit.observeJudgeAndRecord()
    throw try audit.report(run)
  }
}
