import EntraSimulator
import Foundation
import Testing

/// A search that finds nothing proves something only if it can find.
@Suite struct LeakSearchTests {
  private static let secret = EchoTests.odd

  private static func leaks(_ text: String, blocks: [String] = []) -> [String] {
    LeakSearch(words: [secret], blocks: blocks.map { Array($0.utf8) }, known: [Contoso.client])
      .leaks(in: [("report", Data(text.utf8))])
  }

  @Test("Every spelling of a secret is found", arguments: SecretForms.of(secret).map(\.text))
  func spelling(_ text: String) {
    #expect(!Self.leaks("before \u{0} \(text) after").isEmpty)
  }

  @Test("A secret within a form in Base64 is found", arguments: 0..<3)
  func form(_ shift: Int) {
    let form = String(repeating: "x", count: shift) + "&client_secret=\(Self.secret)&x=1"
    #expect(!Self.leaks(Data(form.utf8).base64EncodedString()).isEmpty)
  }

  @Test(
    "Sixteen characters of a token are found, fifteen are not",
    arguments: [(16, true), (15, false)])
  func part(_ length: Int, _ isFound: Bool) throws {
    let token = try MintedAssertion.workload(
      issuer: "https://cluster.example", subject: "night", audience: "api://x", now: Contoso.today,
      key: .reusableRSA(3))
    let part = token.dropFirst(200).prefix(length)
    #expect(Self.leaks("a,\(part),b", blocks: [token]).isEmpty != isFound)
  }

  @Test("A line of a private key is found")
  func key() throws {
    let pem = try Contoso.certificate().keyPEM
    let line = try #require(pem.split(separator: "\n").dropFirst(5).first)
    #expect(!Self.leaks("x \(line) y", blocks: [pem]).isEmpty)
  }

  @Test("What is no secret is not found")
  func innocent() {
    #expect(Self.leaks("contoso/billing/primary AADSTS7000215 \(Contoso.client)").isEmpty)
  }
}
