import CredentialAudit
import Testing

@testable import credaudit

/// Inventories that are refused whole, each with its place; what is below `credentials` is searched
/// for secrets by the harness.
@Suite struct InventoryErrorTests {
  static let broken: [(String, [String])] = [
    (
      Contoso.inventory("name: primary, secret: \(Contoso.secret)"),
      ["inventory.yaml:12:", "secret"]
    ),
    (
      Contoso.inventory("name: primary, secret: { env: SECRET }, \(Contoso.secret): x"),
      ["inventory.yaml:12:"]
    ),
    (
      Contoso.inventory("name: primary, secret: { evn: SECRET }"),
      ["inventory.yaml:12:", "env"]
    ),
    (
      Contoso.inventory(tenant: "autority: https://login.microsoftonline.com/common"),
      ["inventory.yaml:6:", "authority"]
    ),
    (Contoso.inventory(network: "retries: many"), ["inventory.yaml:2:", "retries"]),
    (Contoso.inventory(network: "ca_bundle: nowhere.pem"), ["inventory.yaml:2:", "ca_bundle"]),
    (Contoso.inventory(client: "not-a-guid"), ["inventory.yaml:9:", "GUID"]),
    (
      Contoso.inventory("name: primary, secret: { env: SECRET }, expires: 31.12.2026"),
      ["inventory.yaml:12:", "expires"]
    ),
    (Contoso.inventory(Contoso.usual, Contoso.usual), ["inventory.yaml:13:", "line 12"]),
    ("version: 1\ntenants:\n\t- name: contoso\n", ["inventory.yaml:3:", "tab"]),
    ("version: 7\ntenants: []\n", ["inventory.yaml:1:", "version"]),
    (
      Contoso.inventory(network: "retries: many", client: "not-a-guid"),
      ["inventory.yaml:2:", "inventory.yaml:9:"]
    ),
    (
      Contoso.inventory().replacing("name: contoso", with: "name: \"con\\u202Etoso\""),
      ["inventory.yaml:4:", "name"]
    ),
    (
      Contoso.inventory().replacing("name: billing", with: "name: \"bil\\u001b[31mling\""),
      ["inventory.yaml:8:", "name"]
    ),
  ]

  @Test("What is wrong is told with its place, and nothing is run", arguments: broken)
  func isBroken(_ inventory: String, _ says: [String]) async throws {
    var scenario = Scenario()
    scenario.inventory = inventory
    let run = try await scenario.audit()
    #expect(run.status == .usage)
    for text in says { #expect(run.error.contains(text), "\(text) is missing in \(run.error)") }
    #expect(run.error.contains(#/inventory\.yaml:\d+:\d+: /#))
    #expect(run.connects.isEmpty)
    #expect(run.output == "" && run.report == nil)
    #expect(!run.error.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test("An inventory that is not there is told by its path")
  func missing() async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run(["audit", "--inventory", "/nowhere/inventory.yaml"])
      #expect(run.status == .usage)
      #expect(run.error.contains("/nowhere/inventory.yaml"))
    }
  }
}
