import ArgumentParser
import CredentialAudit
import EntraIdentity

/// Which part of a stored run.
struct PartOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Only tenants whose name fits; may be repeated.", valueName: "glob"))
  var tenant: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Only credentials whose owner fits; may be repeated.", valueName: "glob"))
  var owner: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Only what has a tag that fits; may be repeated.", valueName: "glob"))
  var tag: [String] = []

  var isAsked: Bool { !tenant.isEmpty || !owner.isEmpty || !tag.isEmpty }

  /// The part that was asked for, which is never empty.
  func part(of run: some RunReader) throws -> PartialRun {
    let names = try RunNames(of: run)
    let place = "run \(run.run.id.cleaned(maximum: 60))"
    for filter in [
      FilterOption(
        name: "--tenant", globs: tenant, what: "a tenant's name", known: names.tenants),
      FilterOption(name: "--owner", globs: owner, what: "an owner", known: names.owners),
      FilterOption(name: "--tag", globs: tag, what: "a tag", known: names.tags),
    ] {
      try filter.check(in: place, "nothing was written")
    }
    let part = try PartialRun(of: run, scope: RunScope(tenants: tenant, owners: owner, tags: tag))
    guard !part.isEmpty else {
      throw UsageProblem(
        "nothing in \(place) fits all the filters at once; nothing was written",
        hint: "leave one of them out")
    }
    return part
  }
}
