import Crypto
import CryptoExtras
import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("A certificate credential from PKCS#12") struct CertificateLoaderPKCS12Tests {
  private func load(
    _ bundle: [UInt8], key: [UInt8]? = nil, passphrase: String?
  ) throws(CredentialProblem) -> CertificateCredential {
    try CertificateLoader.load(
      certificate: bundle, key: key, passphrase: passphrase.map { Secret($0) }, sendsChain: true)
  }

  private func bundle(
    passphrase: String? = "right", cipher: OpenSSLWriter.Cipher = .aes256
  ) throws -> [UInt8] {
    try OpenSSLWriter.pkcs12(
      key: MintedKeys.rsa.get().pkcs8PEMRepresentation, certificate: Cast.leaf.get().der,
      others: [Cast.root.get().der, Cast.intermediate.get().der], passphrase: passphrase,
      cipher: cipher)
  }

  @Test(
    "Old and new ciphers are read, with the whole chain", arguments: OpenSSLWriter.Cipher.allCases)
  func ciphers(cipher: OpenSSLWriter.Cipher) throws {
    let credential = try load(bundle(cipher: cipher), passphrase: "right")
    let chain = [try Cast.leaf.get().der, try Cast.intermediate.get().der, try Cast.root.get().der]
    #expect(credential.chain == chain)
    #expect(!OpenSSLWriter.hasWaitingError)
  }

  @Test("A key out of an old bundle signs after its library context is gone")
  func oldKeySigns() throws {
    let credential = try load(bundle(cipher: .rc2And3DES), passphrase: "right")
    let profile = try AssertionProfile.choose(
      kind: .entra, configuration: nil, credential: credential)
    _ = try ClientAssertion.signed(
      by: credential, clientID: ClientID("a"), audience: "b", profile: profile,
      now: .init(timeIntervalSince1970: 0))
  }

  @Test("Both forms of an empty passphrase are opened without one", arguments: [nil, ""])
  func emptyPassphrase(written: String?) throws {
    for read in [nil, ""] {
      _ = try load(bundle(passphrase: written), passphrase: read)
    }
  }

  @Test(
    "A bundle says whether the passphrase is missing or wrong",
    arguments: OpenSSLWriter.Cipher.allCases)
  func passphrases(cipher: OpenSSLWriter.Cipher) throws {
    let bundle = try bundle(cipher: cipher)
    #expect(credentialProblem { try load(bundle, passphrase: nil) } == .passphraseNeeded)
    #expect(credentialProblem { try load(bundle, passphrase: "wrong") } == .wrongPassphrase)
    #expect(!OpenSSLWriter.hasWaitingError)
  }

  @Test("A bundle without a key, or without a certificate, is said to be so and traps nothing")
  func halfBundles() throws {
    let noKey = try OpenSSLWriter.pkcs12(
      key: nil, certificate: nil, others: [Cast.rsa.get().der], passphrase: "right")
    #expect(credentialProblem { try load(noKey, passphrase: "right") } == .noPrivateKey)
    let noCertificate = try OpenSSLWriter.pkcs12(
      key: MintedKeys.p256.pemRepresentation, certificate: nil, passphrase: "right")
    #expect(credentialProblem { try load(noCertificate, passphrase: "right") } == .notACertificate)
  }

  @Test("A bundle's certificate may have its key in another file")
  func separateKey() throws {
    let noKey = try OpenSSLWriter.pkcs12(
      key: nil, certificate: nil, others: [Cast.p256.get().der], passphrase: "right")
    let key = Array(MintedKeys.p256.pemRepresentation.utf8)
    #expect(try load(noKey, key: key, passphrase: "right").facts.keyKind == "EC P-256")
  }

  @Test("A bundle that was cut anywhere is malformed, and nothing else happens")
  func truncated() throws {
    let whole = try bundle()
    for length in stride(from: 8, to: whole.count, by: 97) {
      let seen = credentialProblem { try load(Array(whole.prefix(length)), passphrase: "right") }
      #expect(seen == .malformed, "\(length) of \(whole.count) bytes")
    }
    #expect(!OpenSSLWriter.hasWaitingError)
  }

  @Test("A bundle with one changed byte never loads as another one")
  func changedBytes() throws {
    let whole = try bundle()
    for position in stride(from: 0, to: whole.count, by: 61) {
      var changed = whole
      changed[position] ^= 0x11
      if let credential = try? load(changed, passphrase: "right") {
        #expect(credential.chain.first == (try Cast.leaf.get().der))
      }
    }
    #expect(!OpenSSLWriter.hasWaitingError)
  }
}
