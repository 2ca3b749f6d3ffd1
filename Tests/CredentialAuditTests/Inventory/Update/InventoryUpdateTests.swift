import Foundation
import Testing

@testable import CredentialAudit

@Suite("An inventory gets more lines, and keeps every byte that it has")
struct InventoryUpdateTests {
  /// The lines of ``DraftScene/forgotten`` at a depth, with its lists indented or not.
  private static func forgotten(_ dash: Int, item: Int = 2, list: Int = 2) -> String {
    let before = String(repeating: " ", count: dash)
    let inside = String(repeating: " ", count: dash + item)
    let deep = inside + String(repeating: " ", count: list)
    let pad = String(repeating: " ", count: item - 1)
    let deeper = deep + String(repeating: " ", count: item)
    return """
      \(before)-\(pad)name: Forgotten
      \(inside)client_id: 00000000-0000-4000-8000-000000000007
      \(inside)owner: kim@contoso.example
      \(inside)credentials:
      \(deep)-\(pad)name: ci deploy
      \(deeper)secret: { env: CONTOSO_FORGOTTEN_CI_DEPLOY }  # to be filled in
      \(deeper)expires: 2027-02-26T11:06:40Z

      """
  }

  private static let authority =
    "https://login.microsoftonline.com/\(DirectoryFixture.tenantID)"

  /// Each file in two parts, between which the draft goes.
  private static let files: [(before: String, after: String, Depth)] = [
    (
      """
      version: 1   # the format
      tenants:
        - name: contoso
          authority: \(authority)
          directory: { as: billing/primary, watch: all }
          applications:
            - name: billing   # the first one
              client_id: \(DirectoryFixture.client)
              credentials:
                - name: primary
                  secret: { env: S }   # in the vault
                  # renewed by hand

      """,
      """

            # The next ones are on their way.
          tags: [prod]

        - name: other
          authority: \(authority)

      """, Depth(dash: 6)
    ),
    (
      """
      tenants:
      -   name: contoso
          authority: &a \(authority)
          applications:
          -   name: billing
              client_id: \(DirectoryFixture.client)
              credentials:
              -   &c
                  name: primary
                  secret: { env: S }
              -   <<: *c
                  name: secondary

      """, "version: 1\n", Depth(dash: 4, item: 4, list: 0)
    ),
    (
      """
      version: 1
      tenants:
      - name: contoso
        authority: \(authority)
        applications:
        - name: billing
          client_id: \(DirectoryFixture.client)
          credentials: [{ name: primary, secret: { env: S } }]
        -
          # the second one
          name: signing
          client_id: "11111111-2222-4333-8444-555555555555"
          owner: >-
            somebody
            who left

          credentials:
            - { name: primary, secret: { env: T },
                expires: 2027-01-31 }

      """,
      """
        # after the list
      suppressions: []
      """, Depth(dash: 2)
    ),
    (
      """
      \u{FEFF}version: 1
      tenants:
        - name: "contoso"
          authority: \(authority)
          applications:
            - name: größer — ✓ 𝔊
              client_id: \(DirectoryFixture.client)
              credentials:
                - name: primary
                  secret: { env: S }
                  owner: |
                    kept

      """, "", Depth(dash: 6)
    ),
  ]

  struct Depth: Sendable {
    var dash: Int
    var item = 2
    var list = 2
  }

  @Test(
    "new applications stand behind the last one, as deep as the others", arguments: 0..<4,
    ["\n", "\r\n"])
  func applications(_ number: Int, _ newline: String) throws {
    let (before, after, depth) = Self.files[number]
    // A block of text keeps a line that ends it, which the inventory takes for no line of text.
    let fit = before.replacing("owner: |\n", with: "owner: |-\n")
    let old = (fit + after).replacing("\n", with: newline)
    let scene = try DraftScene(old)
    let new = try scene.updated(scene.draft([DraftScene.forgotten]))
    let expected = fit + Self.forgotten(depth.dash, item: depth.item, list: depth.list) + after
    #expect(new == expected.replacing("\n", with: newline))
    let read = try InventoryLoader(now: DirectoryFixture.now).load(
      bytes: Array(new.utf8), path: "inventory.yaml")
    #expect(
      read.tenants[0].applications.map(\.name)
        == scene.tenant.applications.map(\.name) + ["Forgotten"])
    #expect(read.tenants.count == scene.inventory.tenants.count)
  }

  private static let plain = """
    version: 1
    tenants:
      - name: contoso
        authority: \(authority)
        applications:
          - name: billing
            client_id: \(DirectoryFixture.client)
            credentials:
              - name: primary
                secret: { env: S }
    """

  @Test("a last line without an end gets one, and that is all", arguments: ["", "   # why"])
  func lastLine(_ comment: String) throws {
    let scene = try DraftScene(Self.plain + comment)
    let new = try scene.updated(scene.draft([DraftScene.forgotten]))
    #expect(new == Self.plain + comment + "\n" + Self.forgotten(6))
  }

  @Test("new credentials stand behind the application's last one, before new applications")
  func credentials() throws {
    let scene = try DraftScene(Self.plain + "\n        # of billing\n      # of the list\n")
    let addition = DraftScene.application(
      9, nil, [DirectoryFixture.password(10, name: "second")], client: DirectoryFixture.client)
    let draft = scene.draft([DraftScene.forgotten, addition])
    let new = try scene.updated(draft)
    let second = """

                - name: second
                  secret: { env: CONTOSO_BILLING_SECOND }  # to be filled in
                  expires: 2027-02-26T11:06:40Z
              # of billing

      """
    #expect(new == Self.plain + second + Self.forgotten(6) + "      # of the list\n")
    let update = try InventoryUpdate(draft, to: scene.bytes, at: "inventory.yaml")
    #expect(update.insertions.map(\.line) == [10, 11])
  }

  private static let other = """
    version: 1
    tenants:
      - &other
        name: other
        authority: \(authority)
        applications: &apps
          - name: billing
            client_id: \(DirectoryFixture.client)
            credentials:
              - name: primary
                secret: { env: S }

    """

  @Test(
    "where a line would have to be touched nothing is added, and it is said why",
    arguments: [
      (
        """
        version: 1
        tenants:
          - name: contoso
            authority: \(authority)
            applications: [{ name: billing, client_id: \(DirectoryFixture.client),
              credentials: [{ name: primary, secret: { env: S } }] }]
        """, "the applications of \"contoso\" are written in brackets (line 5)"
      ),
      (
        other + "  - name: contoso\n    authority: \(authority)\n    applications: *apps\n",
        "the applications of \"contoso\" are not written out on line 14"
      ),
      (
        other + "  - { <<: *other, name: contoso }\n",
        "the applications of \"contoso\" are not written out where it stands"
      ),
    ])
  func refused(_ yaml: String, _ reason: String) throws {
    let scene = try DraftScene(yaml)
    for refuse in [
      { try InventoryUpdate.check(scene.bytes, of: scene.tenant, at: "x") },
      { _ = try scene.updated(scene.draft([DraftScene.forgotten])) },
    ] {
      let problem = #expect(throws: UpdateProblem.self) { try refuse() }
      #expect(problem?.message.hasPrefix(reason) == true, "\(problem?.message ?? "")")
      #expect(problem?.hint.isEmpty == false)
    }
  }

  @Test("a list that stands in two places is not added to: the other place would grow too")
  func shared() throws {
    let scene = try DraftScene(
      Self.other.replacing("name: other", with: "name: contoso")
        + "  - { <<: *other, name: another }\n")
    let problem = #expect(throws: UpdateProblem.self) {
      try scene.updated(scene.draft([DraftScene.forgotten]))
    }
    #expect(
      problem?.message == "\"inventory.yaml\" would mean something else with what is new in it")
  }

  @Test("a file in which the tenant does not stand is not touched")
  func elsewhere() throws {
    let scene = try DraftScene(Self.plain)
    for text in ["version: 1\n", "", "- a\n", Self.plain.replacing("tenants:", with: "\ntenants:")]
    {
      let problem = #expect(throws: UpdateProblem.self) {
        try InventoryUpdate(
          scene.draft([DraftScene.forgotten]), to: Array(text.utf8), at: "other.yaml")
      }
      #expect(problem?.message == "tenant \"contoso\" is not written out in \"other.yaml\"")
    }
    #expect(throws: UpdateProblem.self) {
      try InventoryUpdate.check(Array("a: [".utf8), of: scene.tenant, at: "other.yaml")
    }
  }
}
