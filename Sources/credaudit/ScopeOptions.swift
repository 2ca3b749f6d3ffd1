import ArgumentParser
import CredentialAudit
import EntraIdentity

/// Which part of the inventory.
struct ScopeOptions: ParsableArguments {
  @OptionGroup var filters: SubjectFilters

  @Option(
    name: .long,
    help: ArgumentHelp("Only applications whose name fits; may be repeated.", valueName: "glob"))
  var application: [String] = []

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
      tenants: filters.tenant, applications: application, owners: filters.owner,
      tags: filters.tag, shard: choice?.shard.text, shardGroup: choice?.group)
  }

  /// The plan of what was asked for, by the owners that the inventory names and those that are known.
  func plan(
    _ inventory: Inventory, scope: RunScope, owners: [SubjectName: String]
  ) throws -> AuditPlan {
    let place = "'\(inventory.path.cleaned(maximum: 200))'"
    for filter in options(of: inventory) { try filter.check(in: place, "nothing was run") }
    let plan = AuditPlan(inventory, scope: scope, owners: owners)
    // Of a few tenants and many parts, some parts are empty: there is nothing to look at there, and
    // nothing wrong with it.
    guard plan.groups.isEmpty, shard == nil else { return plan }
    throw UsageProblem(
      "nothing in \(place) fits all the filters at once; nothing was run",
      hint: "'credaudit audit --plan' with fewer of them says what there is")
  }

  private func options(of inventory: Inventory) -> [FilterOption] {
    let tenants = inventory.tenants
    let applications = tenants.lazy.flatMap(\.applications)
    let credentials = applications.flatMap(\.credentials)
    let isDirectory = tenants.contains { $0.directory != nil }
    let watchesAll = tenants.contains { $0.directory?.watch == .all }
    return filters.options(
      tenants: Set(tenants.map(\.name)),
      owners: Set((tenants.map(\.owner) + credentials.map(\.owner)).compactMap(\.self)),
      tags: Set(tenants.flatMap(\.tags) + credentials.flatMap(\.tags)),
      isOwnerElsewhere: isDirectory) + [
        FilterOption(
          name: "--application", globs: application, what: "an application's name",
          known: { Set(applications.map(\.name)) },
          mayBeElsewhere: { watchesAll && Glob($0).mayBeGUID })
      ]
  }
}
