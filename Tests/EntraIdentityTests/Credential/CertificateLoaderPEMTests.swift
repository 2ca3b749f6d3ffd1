import CryptoExtras
import EntraIdentity
import Foundation
import TestSupport
import Testing
import X509

@Suite("A certificate credential from PEM") struct CertificateLoaderPEMTests {
  private func load(
    _ certificate: String, key: String? = nil, passphrase: String? = nil
  ) throws(CredentialProblem) -> CertificateCredential {
    try CertificateLoader.load(
      certificate: Array(certificate.utf8), key: key.map { Array($0.utf8) },
      passphrase: passphrase.map { Secret($0) }, sendsChain: false)
  }

  @Test("One file holds certificate and key in either order", arguments: [true, false])
  func oneFile(certificateFirst: Bool) throws {
    let certificate = try Cast.rsa.get().pem
    let key = try MintedKeys.rsa.get().pkcs8PEMRepresentation + "\n"
    let credential = try load(certificateFirst ? certificate + key : key + certificate)
    #expect(credential.facts.subject == "CN=billing")
    #expect(credential.chain == [try Cast.rsa.get().der])
  }

  @Test("Every form of an RSA key is read", arguments: OpenSSLWriter.KeyForm.allCases)
  func rsaForms(form: OpenSSLWriter.KeyForm) throws {
    let plain = try MintedKeys.rsa.get().pkcs8PEMRepresentation
    let key = try OpenSSLWriter.key(plain, as: form, passphrase: "pass phrase é")
    let credential = try load(Cast.rsa.get().pem, key: key, passphrase: "pass phrase é")
    #expect(credential.facts.keyKind == "RSA 2048")
  }

  @Test("Every form of an EC key is read", arguments: OpenSSLWriter.KeyForm.allCases)
  func curveForms(form: OpenSSLWriter.KeyForm) throws {
    let key = try OpenSSLWriter.key(
      MintedKeys.p384.pemRepresentation, as: form, passphrase: "long enough")
    let credential = try load(Cast.p384.get().pem, key: key, passphrase: "long enough")
    #expect(credential.facts.keyKind == "EC P-384")
  }

  @Test("A file as operators have it: byte order mark, CR LF, text around the blocks, parameters")
  func untidyFile() throws {
    let text =
      "\u{FEFF}" + (try Cast.p256.get().pem) + "Bag Attributes: <No Attributes>\n"
      + "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----  \n"
      + MintedKeys.p256.pemRepresentation
    let credential = try load(text.replacing("\n", with: "\r\n"))
    #expect(credential.facts.keyKind == "EC P-256")
  }

  @Test("Vector 24: the leaf is what the key fits, and the chain follows it in any order")
  func chainOrder() throws {
    let (root, issuing, leaf) = (
      try Cast.root.get(), try Cast.intermediate.get(), try Cast.leaf.get()
    )
    let stranger = try Cast.p521.get()
    let file = root.pem + stranger.pem + issuing.pem + leaf.pem
    let credential = try load(file, key: MintedKeys.rsa.get().pemRepresentation)
    #expect(credential.chain == [leaf.der, issuing.der, root.der])
    #expect(!credential.facts.isSelfSigned)
  }

  @Test("An issuer of the right name with another key is no part of the chain")
  func impostorInChain() throws {
    let impostor = try Minted("Issuing", key: .init(MintedKeys.otherP256))
    let leaf = try Cast.leaf.get()
    let credential = try load(
      leaf.pem + impostor.pem, key: MintedKeys.rsa.get().pemRepresentation)
    #expect(credential.chain == [leaf.der])
  }

  @Test("Of two keys in the file, the one that fits is taken")
  func twoKeys() throws {
    let credential = try load(
      Cast.p256.get().pem + MintedKeys.otherP256.pemRepresentation + "\n"
        + MintedKeys.p256.pemRepresentation)
    #expect(credential.facts.keyKind == "EC P-256")
  }

  @Test("A DER certificate goes with a PEM key")
  func derCertificate() throws {
    let credential = try CertificateLoader.load(
      certificate: Cast.p256.get().der, key: Array(MintedKeys.p256.pemRepresentation.utf8),
      passphrase: nil, sendsChain: true)
    #expect(credential.sendsChain)
  }

  @Test("An encrypted key says whether the passphrase is missing or wrong")
  func passphrases() throws {
    let plain = MintedKeys.p256.pemRepresentation
    let certificate = try Cast.p256.get().pem
    for form in [OpenSSLWriter.KeyForm.encryptedPKCS8, .encryptedTraditional] {
      let key = try OpenSSLWriter.key(plain, as: form, passphrase: "right")
      #expect(credentialProblem { try load(certificate, key: key) } == .passphraseNeeded)
      for wrong in ["", "Right", String(repeating: "x", count: 5000)] {
        let seen = credentialProblem { try load(certificate, key: key, passphrase: wrong) }
        #expect(seen == .wrongPassphrase, "\(form)")
      }
      #expect(!OpenSSLWriter.hasWaitingError)
    }
  }

  @Test("A key under an old cipher is opened too, and says what is wrong with its passphrase")
  func oldCipher() throws {
    let key = try OpenSSLWriter.oldKey(MintedKeys.p256.pemRepresentation, passphrase: "right")
    let certificate = try Cast.p256.get().pem
    #expect(try load(certificate, key: key, passphrase: "right").facts.keyKind == "EC P-256")
    #expect(credentialProblem { try load(certificate, key: key) } == .passphraseNeeded)
    #expect(
      credentialProblem { try load(certificate, key: key, passphrase: "no") } == .wrongPassphrase)
    #expect(!OpenSSLWriter.hasWaitingError)
  }

  @Test("A passphrase for a key that is not encrypted does no harm")
  func needlessPassphrase() throws {
    _ = try load(
      Cast.p256.get().pem, key: MintedKeys.p256.pemRepresentation, passphrase: "needless")
  }

  @Test("A thousand certificates of which none fits are all looked at")
  func thousandCertificates() throws {
    let many = String(repeating: try Cast.p256.get().pem, count: 1000)
    let key = MintedKeys.otherP256.pemRepresentation
    #expect(credentialProblem { try load(many, key: key) } == .keyMismatch)
  }
}

/// The code of the problem that `body` ends with, or nil where it succeeds.
func credentialProblem<Result>(
  _ body: () throws -> Result
) -> CredentialProblem.Code? {
  do {
    _ = try body()
    return nil
  } catch {
    return (error as? CredentialProblem)?.code
  }
}
