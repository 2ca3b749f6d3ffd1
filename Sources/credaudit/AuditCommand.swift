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
    let plan = AuditPlan(inventory, scope: scope.scope)
    // Nothing to look at would read as nothing wrong: a typing error in a filter must not be green.
    guard plan.authorityCount > 0 else {
      throw UsageProblem(
        scope.scope.isFiltered
          ? "no tenant or credential fits the filters" : "the inventory is empty",
        hint: scope.scope.isFiltered
          ? "filters are globs over the inventory's names, and each kind of filter has to fit"
          : "add tenants to '\(self.inventory.inventory)'")
    }
    if conduct.plan { return PlanSummary(plan).print() }
    let audit = try Audit(inventory, plan, scope: scope.scope, output: output, conduct: conduct)
    let run = try await audit.observeJudgeAndRecord()
    throw try audit.report(run)
  }
}
