import Foundation
import Testing

@testable import CredentialAudit

@Suite("What cannot be added without touching a line is not added")
struct UpdateRefusalTests {
  private static let authority = InventoryUpdateTests.authority
  private static let plain = InventoryUpdateTests.plain

  /// Applications of which each has something new.
  private static func several(_ second: String, _ third: String) -> String {
    plain + """

            - name: second
              client_id: 11111111-2222-4333-8444-555555555555
              credentials: \(second)
            - name: third
              client_id: 22222222-2222-4333-8444-555555555555
              \(third)

      """
  }

  @Test(
    "what has no place is left out and counted, and the rest is added",
    arguments: [
      (
        "[{ name: a, secret: { env: A } }]", "credentials: [{ name: b, secret: { env: B } }]",
        [1, 1], "\"second\" are written in brackets (line 13)"
      ),
      (
        "&all\n          - { name: a, secret: { env: A } }", "credentials: *all", [1, 1],
        "\"second\" are repeated elsewhere by the anchor on line 1"
      ),
    ] as [(String, String, [Int], String)])
  func leftOut(_ second: String, _ third: String, _ counts: [Int], _ reason: String) throws {
    let old = Self.several(second, third)
    let scene = try DraftScene(old)
    let draft = scene.draft(
      [DraftScene.forgotten]
        + [
          DirectoryFixture.client, "11111111-2222-4333-8444-555555555555",
          "22222222-2222-4333-8444-555555555555",
        ].enumerated().map {
          DraftScene.application(
            20 + $0, nil, [DirectoryFixture.password(30 + $0, name: "new")], client: $1)
        })
    let update = try scene.update(draft)
    #expect(update.omissions.map(\.credentials) == counts)
    #expect(update.omissions[0].problem.message.contains(reason), "\(update.omissions[0].problem)")
    let read = try InventoryLoader(now: DirectoryFixture.now).load(
      bytes: update.bytes, path: "inventory.yaml")
    #expect(
      read.tenants[0].applications.map { $0.credentials.map(\.name) } == [
        ["primary", "new"], scene.tenant.applications[1].credentials.map(\.name),
        scene.tenant.applications[2].credentials.map(\.name), ["ci deploy"],
      ])
  }

  @Test("an application that a merge repeats is added to where the other has its own credentials")
  func merged() throws {
    let anchored = Self.plain.replacing("- name: billing", with: "- &app\n        name: billing")
    let own =
      "\n      - { <<: *app, name: second, credentials: [{ name: x, secret: { env: X } }] }\n"
    let addition = DraftScene.application(
      9, nil, [DirectoryFixture.password(10, name: "new")], client: DirectoryFixture.client)
    for (other, count) in [(own, 0), ("\n      - { <<: *app, name: second }\n", 1)] {
      let scene = try DraftScene(anchored + other)
      let update = try scene.update(scene.draft([DraftScene.forgotten, addition]))
      #expect(update.omissions.map(\.credentials) == Array(repeating: 1, count: count))
      #expect(update.omissions.allSatisfy { $0.problem.message.contains("anchor on line 6") })
      #expect(
        String(decoding: update.bytes, as: UTF8.self).contains("- name: new\n") == (count == 0))
    }
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
    for text in [
      "version: 1\n", "", "- a\n", Self.plain.replacing("tenants:", with: "\ntenants:"),
      Self.plain.replacing("name: contoso", with: "name: another"),
    ] {
      let problem = #expect(throws: UpdateProblem.self) {
        try InventoryUpdate(
          scene.draft([DraftScene.forgotten]), to: Array(text.utf8), at: "other.yaml",
          in: scene.inventory, now: DirectoryFixture.now)
      }
      #expect(problem?.message == "tenant \"contoso\" is not written out in \"other.yaml\"")
    }
    #expect(throws: UpdateProblem.self) {
      try InventoryUpdate.check(Array("a: [".utf8), of: scene.tenant, at: "other.yaml")
    }
  }
}
