import ArgumentParser
import CredentialAudit

/// The job: looks at everything in the inventory, records it and writes the reports.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Looks at every authority and credential of the inventory.")

  @OptionGroup var inventory: InventoryOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var conduct: AuditOptions

  mutating func run() async throws {
    let inventory = try inventory.load()
    let plan = AuditPlan(inventory, scope: scope.scope)
    guard !scope.scope.isFiltered || plan.authorityCount > 0 else {
      // A typing error in a filter must not look like a clean run.
      throw UsageProblem(
        "nothing in the inventory fits --tenant, --application, --owner and --tag together",
        hint: "'credaudit audit --plan' counts what a filter leaves")
    }
    if conduct.plan { return PlanSummary(plan).print() }
    let audit = try Audit(inventory, plan, scope: scope.scope, output: output, conduct: conduct)
    let run = try await audit.observeJudgeAndRecord()
    throw try audit.report(run)
  }
}
