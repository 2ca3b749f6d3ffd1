import Testing

@testable import EntraIdentity

@Suite("A certificate's pin")
struct CertificatePinTests {
  private static let der = Array("anything".utf8)
  private static let digits = Hexadecimal.upperCase(Thumbprint.sha1(of: der).bytes)

  @Test("is read in the spellings that tools print")
  func spellings() throws {
    let pairs = stride(from: 0, to: 40, by: 2).map { position in
      Self.digits.dropFirst(position).prefix(2)
    }
    for text in [
      Self.digits, Self.digits.lowercased(), pairs.joined(separator: ":"),
      " " + pairs.joined(separator: " ") + "\n",
    ] {
      #expect(try #require(CertificatePin(text)).matches(Self.der))
    }
  }

  @Test(
    "is no other text",
    arguments: [
      "", "0", String(repeating: "a", count: 39), String(repeating: "a", count: 41),
      String(repeating: "g", count: 40), String(repeating: "a", count: 64),
      String(repeating: "-1", count: 20), String(repeating: "+1", count: 20),
      String(repeating: "１", count: 40), "\u{200E}" + String(repeating: "a", count: 40),
    ])
  func refused(_ text: String) {
    #expect(CertificatePin(text) == nil)
  }

  @Test("matches no other certificate")
  func other() throws {
    #expect(try !#require(CertificatePin(Self.digits)).matches(Self.der + [0]))
  }
}
