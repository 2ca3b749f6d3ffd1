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

  static let authority =
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

  /// One application with one credential.
  static let plain = """
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

  @Test(
    "a last line without an end gets one, and that is all", arguments: ["", "   # why", "\t# why"],
    ["\n", "\r\n", "\r"])
  func lastLine(_ comment: String, _ newline: String) throws {
    let old = (Self.plain + comment).replacing("\n", with: newline)
    let scene = try DraftScene(old)
    let new = try scene.updated(scene.draft([DraftScene.forgotten]))
    #expect(new == old + ("\n" + Self.forgotten(6)).replacing("\n", with: newline))
  }

  @Test(
    "breaks that only YAML knows are counted", arguments: ["\u{85}", "\u{2028}", "\u{2029}", "\r"])
  func breaks(_ other: String) throws {
    let old =
      "version: 1\(other)# größer\(other)\(other)"
      + Self.plain.replacing("version: 1\n", with: "")
      .replacing("env: S }", with: "env: S }   # of \(other)         # two lines") + "\n"
    let scene = try DraftScene(old)
    #expect(try scene.updated(scene.draft([DraftScene.forgotten])) == old + Self.forgotten(6))
    let after = "suppressions: []\(other)"
    let more = try DraftScene(old + after)
    #expect(
      try more.updated(more.draft([DraftScene.forgotten])) == old + Self.forgotten(6) + after)
  }

  @Test("tabs between words and before comments stay, and so do those of an empty line")
  func tabs() throws {
    let old =
      Self.plain.replacing("secret: {", with: "secret:\t{").replacing(
        "name: billing", with: "name: billing\t# the\tfirst") + "\t# why\n"
    let scene = try DraftScene(old)
    #expect(try scene.updated(scene.draft([DraftScene.forgotten])) == old + Self.forgotten(6))
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
    let update = try scene.update(draft)
    #expect(update.insertions.map(\.line) == [10, 11])
  }
}
