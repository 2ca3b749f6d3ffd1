import Testing

@testable import CredentialAudit

@Suite("What an inventory's problems say")
struct InventoryMessageTests {
  private func lines(_ tenants: String) -> [String] {
    Fixture.problems(in: "version: 1\ntenants:\n" + tenants).map(\.line)
  }

  @Test("a slip of the keys is named with its place and what was meant")
  func didYouMean() {
    let text = """
        - name: one
          authority: https://login.microsoftonline.com/contoso.example
          aplications: []
      """
    #expect(
      lines(text) == [
        "inventory.yaml:5:5: tenants[0].aplications: unknown key \"aplications\" (did you mean "
          + "\"applications\"? allowed here: name, authority, kind, tenant_id, trusted_hosts, "
          + "client_authentication, tags, directory, applications, scopes, expiry, unknown_for, owner)"
      ])
  }

  @Test("a key in other letters is shown and mended")
  func capitals() {
    let text =
      "  - { name: a, authority: https://login.microsoftonline.com/a.example, tenantId: x }"
    #expect(
      lines(text).first?.hasPrefix(
        "inventory.yaml:3:72: tenants[0].tenantId: unknown key \"tenantId\" (did you mean \"tenant_id\"?"
      )
        == true)
  }

  @Test("yes and no are explained where true or false is meant")
  func norway() throws {
    let problem = try #require(
      Fixture.problems(in: "version: 1\nnetwork: { instance_discovery: no }\ntenants: []").first)
    #expect(
      problem.line
        == "inventory.yaml:2:32: network.instance_discovery: \"no\" is neither true nor false "
        + "(yes, no, on and off are text here)")
  }

  @Test("a secret that is written out is refused without being shown")
  func plainSecret() throws {
    let text = """
        - name: one
          authority: https://login.microsoftonline.com/contoso.example
          applications:
            - name: a
              client_id: 8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4
              credentials: [{ name: b, secret: hunter2 }]
      """
    let line = try #require(lines(text).first)
    #expect(lines(text).count == 1)
    #expect(
      line.hasPrefix(
        "inventory.yaml:8:42: tenants[0].applications[0].credentials[0].secret: a secret is written "
          + "here itself"))
    #expect(!line.contains("hunter2"))
  }

  @Test(
    "what slipped into a key's place below credentials is not shown, unless it is nearly a key",
    arguments: [
      ("secret: {3f1c6d0e-aaaa-4bbb-8ccc-123456789abc}", "3f1c6d0e"),
      ("secret: {5f4dcc3b5aa765d61d8327deb882cf99}", "5f4dcc3b"),
      ("secret: {hunter2}", "hunter2"), ("secret: { env: A }, hunter2: x", "hunter2"),
      ("certificate: { file: a.pem, passphrase: {hunter2} }", "hunter2"),
      ("federated: { managed_identity: {hunter2} }", "hunter2"),
    ])
  func valueAsKey(_ credential: String, _ value: String) {
    let text = """
        - name: one
          authority: https://login.microsoftonline.com/contoso.example
          applications:
            - name: a
              client_id: 8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4
              credentials: [{ name: b, \(credential) }]
      """
    let lines = lines(text)
    #expect(lines.contains { $0.contains("…: an unknown key (allowed here: ") })
    #expect(!lines.contains { $0.contains(value) })
  }

  @Test("columns count characters, not bytes")
  func columns() throws {
    let problem = try #require(
      Fixture.problems(in: "version: 1\ntenants: [{ name: \"Zürich 🏔\", kind: x }]").last)
    #expect(problem.location.line == 2 && problem.location.column == 37)
  }

  @Test(
    "a name that is taken names both places",
    arguments: [("one", "the name \"one\" is taken by a tenant on line 3")])
  func duplicateNames(_ name: String, _ message: String) {
    let tenant = "  - { name: \(name), authority: https://login.microsoftonline.com/a.example }\n"
    let problems = Fixture.problems(in: "version: 1\ntenants:\n" + tenant + tenant)
    #expect(problems.map(\.message) == [message])
  }

  @Test(
    "a value is shown cut and without what could move a cursor",
    arguments: [
      ("\u{1B}[2J", "\"?[2J\""), ("a\u{202E}b", "\"a?b\""), ("a\nb", "\"a?b\""),
      (String(repeating: "x", count: 61), "\"" + String(repeating: "x", count: 60) + "…\""),
    ])
  func printable(_ text: String, _ shown: String) {
    #expect(PrintableText.quoted(text) == shown)
  }

  @Test(
    "what may be a secret is no key to be shown",
    arguments: [
      "abC8Q~x", "a.b", "A", "", "ключ", String(repeating: "a", count: 41), "a b", "a\n",
    ])
  func notAKey(_ text: String) {
    #expect(!PrintableText.isKeyLike(text))
  }

  @Test(
    "suggestions are near or none",
    arguments: [
      ("tennants", "tenants"), ("tneants", "tenants"), ("TENANTS", "tenants"), ("tags", nil),
      ("", nil), ("xyz", nil),
    ] as [(String, String?)])
  func suggestions(_ typed: String, _ meant: String?) {
    #expect(Suggestion.nearest(to: typed, among: ["tenants", "network", "include"]) == meant)
  }
}
