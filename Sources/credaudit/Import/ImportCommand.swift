import ArgumentParser
import AuditReports
import CredentialAudit
import EntraIdentity

/// Drafts an inventory of what a tenant's directory has.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Drafts what a tenant's directory has and the inventory does not declare.",
    discussion: """
      The tenant is one of the inventory's and says by directory which credential reads it. The draft \
      goes to standard output; what stands in it instead of each secret is a proposal where to put it.
      """)

  @Option(name: .long, help: ArgumentHelp("The tenant's name in the inventory.", valueName: "name"))
  var tenant: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Add what is new to this file, in which the tenant stands, and touch nothing else in it.",
      valueName: "file"),
    completion: .inventory)
  var update: String?

  @OptionGroup var inventory: InventoryOptions

  func run() async throws {
    let console = Surroundings.current.console
    let inventory = try inventory.load()
    let tenant = try chosenTenant(of: inventory)
    let target = try update.map { try ImportTarget($0, for: tenant, in: inventory) }
    let draft = try await DirectoryImport(inventory, tenant).draft()
    var omissions: [UpdateOmission] = []
    if let target {
      let update = try target.update(with: draft)
      if !update.insertions.isEmpty { try target.write(update) }
      console.say(ImportAccount(draft).difference(update, of: target.path))
      omissions = update.omissions
    } else {
      var waiting = ""
      try draft.write(beside: self.inventory.inventory) { text throws(StandardStream.Failure) in
        waiting += text
        guard waiting.utf8.count >= Self.writtenAtOnce else { return }
        try console.write(waiting)
        waiting = ""
      }
      try console.write(waiting)
    }
    console.say(ImportAccount(draft).summary(without: omissions))
  }

  /// In bytes.
  private static let writtenAtOnce = 1 << 16

  private func chosenTenant(of inventory: Inventory) throws -> InventoryTenant {
    guard let found = inventory.tenants.first(where: { $0.name == tenant }) else {
      throw UsageProblem(
        "the inventory has no tenant '\(tenant.cleaned(maximum: 130))'",
        hint: Suggestion.nearest(to: tenant, among: inventory.tenants.lazy.map(\.name)).map {
          "did you mean \($0)?"
        } ?? "name one as it is written there")
    }
    guard found.directory != nil else {
      throw UsageProblem(
        "the inventory does not say who reads the directory of '\(found.name)'",
        hint:
          "add to the tenant: directory: { as: APPLICATION/CREDENTIAL }, a credential of its own "
          + "whose application has Microsoft Graph's Application.Read.All")
    }
    return found
  }
}
