import ArgumentParser
import CredentialAudit
import EntraIdentity

/// Which inventory.
struct InventoryOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The inventory file.", valueName: "file"),
    completion: .inventory)
  var inventory = "config/inventory.yaml"

  /// Reads it, or throws everything that is wrong with it at once.
  func load() throws -> Inventory {
    try InventoryLoader(now: Surroundings.current.time.now).load(path: inventory)
  }
}
