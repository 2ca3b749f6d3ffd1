import ArgumentParser
import CredentialAudit

/// Which part of the inventory.
struct ScopeOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Only tenants whose name fits; may be repeated.", valueName: "glob"))
  var tenant: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Only applications whose name fits; may be repeated.", valueName: "glob"))
  var application: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Only credentials whose owner fits; may be repeated.", valueName: "glob"))
  var owner: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Only what has a tag that fits; may be repeated.", valueName: "glob"))
  var tag: [String] = []

  var scope: RunScope {
    RunScope(tenants: tenant, applications: application, owners: owner, tags: tag)
  }

  /// The plan of what was asked for. Filters that fit nothing are a mistake in typing: a job that
  /// looked at nothing must not read as a job that found nothing.
  func plan(_ inventory: Inventory) throws -> AuditPlan {
    let plan = AuditPlan(inventory, scope: scope)
    guard plan.groups.isEmpty else { return plan }
    let names: [(option: String, globs: [String], known: [String])] = [
      ("--tenant", tenant, inventory.tenants.map(\.name)),
      ("--application", application, inventory.tenants.flatMap(\.applications).map(\.name)),
    ]
    let near = names.lazy.flatMap { name in
      name.globs.compactMap { Suggestion.nearest(to: $0, among: name.known) }
        .map { "did you mean \(name.option) \($0)?" }
    }.first
    throw UsageProblem(
      "the filters fit nothing in '\(inventory.path)'; nothing was run",
      hint: near ?? "'credaudit audit --plan' without filters says what there is")
  }
}
