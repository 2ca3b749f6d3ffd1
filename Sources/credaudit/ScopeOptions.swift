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
}
