import ArgumentParser
import CredentialAudit
import EntraIdentity

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

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only the I-th of N parts of the tenants; auto: the part of this task of a job array.",
      valueName: "I/N|auto"),
    completion: .list(["auto"]))
  var shard: String?

  /// What is asked for; the environment tells `--shard auto` which part it is.
  func scope(environment: [String: String]) throws(UsageProblem) -> RunScope {
    var choice: ShardChoice?
    if let shard { choice = try ShardChoice(shard, environment: environment) }
    return RunScope(
      tenants: tenant, applications: application, owners: owner, tags: tag,
      shard: choice?.shard.text, shardGroup: choice?.group)
  }

  /// The plan of what was asked for.
  func plan(_ inventory: Inventory, scope: RunScope) throws -> AuditPlan {
    for filter in filters(of: inventory) {
      try filter.check(in: "'\(inventory.path)'", "nothing was run")
    }
    let plan = AuditPlan(inventory, scope: scope)
    // Of a few tenants and many parts, some parts are empty: there is nothing to look at there, and
    // nothing wrong with it.
    guard plan.groups.isEmpty, shard == nil else { return plan }
    throw UsageProblem(
      "nothing in '\(inventory.path)' fits all the filters at once; nothing was run",
      hint: "'credaudit audit --plan' with fewer of them says what there is")
  }

  private func filters(of inventory: Inventory) -> [FilterOption] {
    let tenants = inventory.tenants
    let applications = tenants.flatMap(\.applications)
    let credentials = applications.flatMap(\.credentials)
    return [
      FilterOption(
        name: "--tenant", globs: tenant, what: "a tenant's name",
        known: Set(tenants.map(\.name))),
      FilterOption(
        name: "--application", globs: application, what: "an application's name",
        known: Set(applications.map(\.name))),
      FilterOption(
        name: "--owner", globs: owner, what: "an owner",
        known: Set((tenants.map(\.owner) + credentials.map(\.owner)).compactMap(\.self))),
      FilterOption(
        name: "--tag", globs: tag, what: "a tag",
        known: Set(tenants.flatMap(\.tags) + credentials.flatMap(\.tags))),
    ]
  }
}
