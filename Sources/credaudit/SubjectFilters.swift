import ArgumentParser

/// By what a run and the report of one can be narrowed alike.
struct SubjectFilters: ParsableArguments {
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

  /// The options with the names that they can fit, which are gathered only where an option is given.
  /// `isOwnerElsewhere` says that a directory may name owners too.
  func options(
    tenants: @autoclosure @escaping () -> Set<String>,
    owners: @autoclosure @escaping () -> Set<String>,
    tags: @autoclosure @escaping () -> Set<String>, isOwnerElsewhere: Bool = false
  ) -> [FilterOption] {
    [
      FilterOption(name: "--tenant", globs: tenant, what: "a tenant's name", known: tenants),
      FilterOption(
        name: "--owner", globs: owner, what: "an owner", known: owners,
        mayBeElsewhere: { _ in isOwnerElsewhere }),
      FilterOption(name: "--tag", globs: tag, what: "a tag", known: tags),
    ]
  }
}
