import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

/// An inventory with one tenant, and what its directory has beside it.
struct DraftScene {
  private typealias Directory = DirectoryFixture

  let bytes: [UInt8]
  let inventory: Inventory
  /// `contoso`, wherever it stands.
  let tenant: InventoryTenant

  init(_ yaml: String) throws {
    bytes = Array(yaml.utf8)
    inventory = try InventoryLoader(now: Directory.now).load(bytes: bytes, path: "inventory.yaml")
    tenant = try #require(inventory.tenants.first { $0.name == "contoso" })
  }

  /// A draft of what the directory has; applications by whose client ids the tenant declares some are
  /// additions to those.
  func draft(
    _ applications: [DirectoryApplication], unclear: Bool = false, scrubbing secrets: [String] = []
  ) -> InventoryDraft {
    let snapshot = DirectorySnapshot(
      tenantID: Directory.id(1), applications: applications, deleted: [], principals: [],
      policy: nil, requests: 1)
    let entries = applications.flatMap { application -> [EntryObservation] in
      let holding = DirectoryHolding(of: application.appID, in: snapshot)
      let declared = tenant.applications.first { $0.clientID.uuid == application.appID }
      return holding.entries.map {
        EntryObservation(
          tenant: tenant, application: declared, clientID: application.appID, entry: $0,
          holding: holding, directory: .read(snapshot), declared: [], mayBeDeclared: unclear,
          now: Directory.now)
      }
    }
    return InventoryDraft(
      DraftFindings(entries, scrubber: Scrubber(secrets.map { Secret($0) })), of: tenant,
      in: inventory)
  }

  /// The file with the draft in it, as text.
  func updated(_ draft: InventoryDraft) throws -> String {
    String(decoding: try update(draft).bytes, as: UTF8.self)
  }

  func update(_ draft: InventoryDraft) throws -> InventoryUpdate {
    try InventoryUpdate(
      draft, to: bytes, at: "inventory.yaml", in: inventory, now: Directory.now)
  }

  static func application(
    _ number: Int, _ name: String?, _ passwords: [DirectoryPassword] = [],
    keys: [DirectoryKey] = [], federations: [DirectoryFederation] = [], owner: String? = nil,
    client: String? = nil, isDisabled: Bool = false
  ) -> DirectoryApplication {
    let appID = client.flatMap { UUID(uuidString: $0) } ?? Directory.id(number)
    return DirectoryApplication(
      objectID: Directory.id(number + 500), appID: appID, displayName: name, createdAt: nil,
      deletedAt: nil, isDisabled: isDisabled, passwords: passwords, keys: keys,
      federations: federations,
      owners: owner.map {
        [DirectoryOwner(id: Directory.id(900), displayName: nil, address: $0)]
      })
  }

  /// One application with one secret, whose draft is four lines and the credential's three.
  static let forgotten = application(
    7, "Forgotten", [DirectoryFixture.password(8)], owner: "kim@contoso.example")
}
