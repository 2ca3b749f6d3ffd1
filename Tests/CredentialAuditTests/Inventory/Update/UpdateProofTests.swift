import Foundation
import Testing

@testable import CredentialAudit

@Suite("A file that got more lines is read again before it is written")
struct UpdateProofTests {
  private static let yaml = """
    version: 1
    tenants:
      - name: contoso
        authority: https://login.microsoftonline.com/\(DirectoryFixture.tenantID)
        applications:
          - name: billing
            client_id: \(DirectoryFixture.client)
            credentials:
              - name: primary
                secret: { env: S }
              - name: second
                secret: { env: T }
      - name: other
        authority: https://login.microsoftonline.com/\(DirectoryFixture.tenantID)
        tags: [prod]
        applications:
          - name: billing
            client_id: \(DirectoryFixture.client)
            credentials: [{ name: primary, secret: { env: U } }]

    """

  private struct Proven {
    let scene: DraftScene
    let proof: UpdateProof
    let text: String

    init() throws {
      scene = try DraftScene(UpdateProofTests.yaml)
      let addition = DraftScene.application(
        9, nil, [DirectoryFixture.password(10, name: "new")], client: DirectoryFixture.client)
      let draft = scene.draft([DraftScene.forgotten, addition])
      proof = UpdateProof(
        additions: draft.additions, applications: draft.applications, to: scene.tenant)
      text = try scene.updated(draft)
    }
  }

  @Test("and holds where all that was is still there, and what is new is where it belongs")
  func holds() throws {
    let proven = try Proven()
    #expect(proven.proof.says(Array(proven.text.utf8), asMuchAs: proven.scene.bytes))
    #expect(!proven.proof.says(proven.scene.bytes, asMuchAs: proven.scene.bytes))
    #expect(!proven.proof.says(Array("a: [".utf8), asMuchAs: proven.scene.bytes))
  }

  private static let forgotten = "      - name: Forgotten\n"

  @Test(
    "and does not where one thing is another",
    arguments: [
      ("env: CONTOSO_BILLING_NEW", "env: CONTOSO_BILLING_NEW_2"),
      ("- name: new", "- name: \"new\""), ("- name: new", "- name: newer"),
      ("kim@contoso.example", "eve@contoso.example"),
      ("client_id: 00000000-0000-4000-8000-000000000007", "client_id: \(DirectoryFixture.client)"),
      ("env: S", "env: U"), ("tags: [prod]", "tags: [test]"), ("version: 1", "version: \"1\""),
      ("    tags: [prod]\n", ""), ("tags: [prod]", "owner: me\n    tags: [prod]"),
      ("expires: 2027-02-26T11:06:40Z", "expires: 2037-02-26T11:06:40Z"),
      // The same names, the other way round.
      (
        "name: primary\n            secret: { env: S }",
        "name: primary\n            secret: { env: T }"
      ),
      (forgotten, "      - { name: Forgotten, credentials: [] }\n" + forgotten),
    ])
  func differs(_ part: String, _ other: String) throws {
    let proven = try Proven()
    let changed = proven.text.replacing(part, with: other)
    #expect(changed != proven.text, "\(part)")
    #expect(!proven.proof.says(Array(changed.utf8), asMuchAs: proven.scene.bytes))
  }

  @Test("nor where something of the right name stands in another tenant or application")
  func elsewhere() throws {
    let proven = try Proven()
    let lines = proven.text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasSuffix("- name: new") })
    var moved = lines
    moved.removeSubrange(start..<(start + 3))
    let place = try #require(moved.firstIndex { $0.hasSuffix("- name: other") })
    // Behind the application that is new: there it is one of that one's credentials.
    moved.insert(contentsOf: lines[start..<(start + 3)], at: place)
    let text = moved.joined(separator: "\n")
    _ = try InventoryLoader(now: DirectoryFixture.now).load(bytes: Array(text.utf8), path: "x")
    #expect(!proven.proof.says(Array(text.utf8), asMuchAs: proven.scene.bytes))
  }

  private func problem(of text: String, _ proven: Proven) -> String? {
    let problem = #expect(throws: UpdateProblem.self) {
      try proven.proof.check(
        Array(text.utf8), at: "inventory.yaml", in: proven.scene.inventory,
        now: DirectoryFixture.now)
    }
    return problem?.message
  }

  @Test(
    "and it has to be an inventory that has what was drafted",
    arguments: [
      ("- name: new", "- name: primary", "would be no inventory any more"),
      ("secret: { env: CONTOSO_BILLING_NEW }", "secret: hunter2", "would be no inventory any more"),
      ("- name: new", "- name: newer", "another inventory"),
      ("env: CONTOSO_BILLING_NEW", "env: OTHER", "another inventory"),
      ("expires: 2027-02-26T11:06:40Z", "expires: 2027-02-27", "another inventory"),
      ("- name: other", "- name: another", "another inventory"),
      ("owner: kim@contoso.example", "owner: eve@contoso.example", "another inventory"),
    ])
  func inventory(_ part: String, _ other: String, _ word: String) throws {
    let proven = try Proven()
    try proven.proof.check(
      Array(proven.text.utf8), at: "inventory.yaml", in: proven.scene.inventory,
      now: DirectoryFixture.now)
    let changed = proven.text.replacing(part, with: other)
    #expect(changed != proven.text, "\(part)")
    let problem = problem(of: changed, proven)
    #expect(problem?.contains(word) == true, "\(problem ?? "")")
    #expect(problem?.contains("hunter2") != true)
  }
}

@Suite("The lines of a text are those that YAML counts")
struct SourceTextTests {
  private static let text = "a\r\nb\r\rc\u{85}d\u{2028}\u{2029}größer ✓ 𝔊\n\ne"

  @Test("and characters are found by their number", arguments: ["", "\u{FEFF}"])
  func characters(_ mark: String) {
    let bytes = Array((mark + Self.text).utf8)
    let source = SourceText(bytes: bytes)
    // A byte order mark is none of the characters.
    var offset = mark.utf8.count
    for (index, scalar) in Self.text.unicodeScalars.enumerated() {
      #expect(source.offset(ofCharacter: index) == offset)
      offset += String(scalar).utf8.count
    }
    #expect(source.offset(ofCharacter: Self.text.unicodeScalars.count) == bytes.count)
    #expect(source.offset(ofCharacter: 1_000) == bytes.count)
  }

  @Test("and each break ends one")
  func breaks() {
    let source = SourceText(bytes: Array(Self.text.utf8))
    let lines = [
      "a\r\n", "b\r", "\r", "c\u{85}", "d\u{2028}", "\u{2029}", "größer ✓ 𝔊\n", "\n", "e",
    ]
    var offset = 0
    for (number, line) in lines.enumerated() {
      #expect(source.isLineStart(offset) && source.lines(before: offset) == number)
      #expect(source.lineEnd(after: offset + 1) == offset + max(line.utf8.count, 1))
      if number > 0 { #expect(source.lineEnd(after: offset) == offset) }
      offset += line.utf8.count
    }
    #expect(source.newline(before: 3) == "\r\n" && source.newline(before: 5) == "\r")
    #expect(source.newline(before: 6) == "\r" && source.newline(before: 9) == "\n")
    #expect(source.newline(before: Self.text.utf8.count) == "\r\n")
    #expect(SourceText(bytes: []).newline(before: 0) == "\n")
    #expect(SourceText(bytes: []).lineEnd(after: 0) == 0)
  }
}
