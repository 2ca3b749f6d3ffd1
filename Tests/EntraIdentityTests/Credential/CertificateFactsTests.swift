import Crypto
import CryptoExtras
import EntraIdentity
import Foundation
import Testing
import X509

@Suite("What a certificate says") struct CertificateFactsTests {
  @Test("Names, dates, thumbprints and serial come in the forms that people compare")
  func facts() throws {
    let minted = try Minted("facts", key: .init(MintedKeys.p256), serial: [0x0A, 0x01, 0x00, 0x0F])
    let facts = try CertificateLoader.load(
      certificate: minted.der, key: Array(MintedKeys.p256.pemRepresentation.utf8),
      passphrase: nil, sendsChain: false
    ).facts
    #expect(facts.subject == "CN=facts" && facts.issuer == "CN=facts" && facts.isSelfSigned)
    #expect(facts.serial == "0A01000F")
    #expect(facts.notBefore == Date(timeIntervalSince1970: 1_790_000_000))
    #expect(facts.notAfter == Date(timeIntervalSince1970: 1_800_000_000))
    #expect(facts.thumbprintSHA1 == hex(Insecure.SHA1.hash(data: minted.der)))
    #expect(facts.thumbprintSHA256 == hex(SHA256.hash(data: minted.der)))
    let spki = MintedKeys.p256.publicKey.derRepresentation
    #expect(facts.publicKeySHA256 == hex(SHA256.hash(data: spki)))
  }

  @Test("A renewed certificate with the same key has the same public key digest")
  func renewal() throws {
    let key = Array(MintedKeys.p256.pemRepresentation.utf8)
    let old = try Minted("old", key: .init(MintedKeys.p256))
    let new = try Minted("new", key: .init(MintedKeys.p256))
    let facts = try [old, new].map {
      try CertificateLoader.load(
        certificate: $0.der, key: key, passphrase: nil, sendsChain: false
      ).facts
    }
    #expect(facts[0].publicKeySHA256 == facts[1].publicKeySHA256)
    #expect(facts[0].thumbprintSHA256 != facts[1].thumbprintSHA256)
  }

  @Test("One who names himself as issuer without having signed is not self-signed")
  func sameNamesOnly() throws {
    let minted = try Minted(
      "same", key: .init(MintedKeys.p256), issuedBy: ("same", .init(MintedKeys.otherP256)))
    let facts = try CertificateLoader.load(
      certificate: minted.der, key: Array(MintedKeys.p256.pemRepresentation.utf8),
      passphrase: nil, sendsChain: false
    ).facts
    #expect(!facts.isSelfSigned)
  }

  @Test("A credential prints subject and thumbprint, and nothing of the key")
  func printing() throws {
    let credential = try CertificateLoader.load(
      certificate: Cast.p256.get().der, key: Array(MintedKeys.p256.pemRepresentation.utf8),
      passphrase: nil, sendsChain: false)
    var dumped = ""
    dump(ClientCredential.certificate(credential), to: &dumped)
    #expect(!dumped.contains("address"))
    #expect("\(credential)".hasPrefix("CN=curve ("))
    #expect(Mirror(reflecting: credential).children.isEmpty)
  }

  private func hex(_ digest: some Sequence<UInt8>) -> String {
    digest.map { String(format: "%02X", $0) }.joined()
  }
}
