import COpenSSL
import Crypto
import CryptoExtras
import EntraIdentity
import TestSupport
import Testing

@Suite("What is no usable certificate credential") struct CertificateLoaderFailureTests {
  private func load(
    _ certificate: [UInt8], key: [UInt8]? = nil
  ) throws(CredentialProblem) -> CertificateCredential {
    try CertificateLoader.load(
      certificate: certificate, key: key, passphrase: nil, sendsChain: false)
  }

  private static let key = Array(MintedKeys.p256.pemRepresentation.utf8)

  @Test(
    "Vector 39: files without a certificate",
    arguments: [
      [], Array("hello".utf8), [0x30], [0x30, 0x80], [0x30, 0xFF, 0x02], key,
      [UInt8](repeating: 0x30, count: 300), [0xFF, 0xFE, 0x2D, 0x00],
    ])
  func noCertificate(bytes: [UInt8]) {
    let seen = credentialProblem { try load(bytes) }
    #expect(seen == .notACertificate || seen == .noPrivateKey)
    let withKey = credentialProblem { try load(bytes, key: Self.key) }
    #expect(withKey == .notACertificate || withKey == .malformed)
  }

  @Test("A certificate alone lacks its key")
  func noKey() throws {
    #expect(credentialProblem { try load(Array(Cast.p256.get().pem.utf8)) } == .noPrivateKey)
    let twice = Array(try Cast.p256.get().pem.utf8)
    #expect(credentialProblem { try load(twice, key: twice) } == .noPrivateKey)
    #expect(credentialProblem { try load(twice, key: []) } == .noPrivateKey)
  }

  @Test("A key of another certificate does not fit, of the same kind or another")
  func mismatch() throws {
    let certificate = Array(try Cast.p256.get().pem.utf8)
    let others = [
      MintedKeys.otherP256.pemRepresentation, MintedKeys.p384.pemRepresentation,
      try MintedKeys.rsa.get().pemRepresentation,
    ]
    for other in others {
      #expect(credentialProblem { try load(certificate, key: Array(other.utf8)) } == .keyMismatch)
    }
  }

  @Test("A PEM block that is cut, not Base64, or not a certificate inside is malformed")
  func damagedPEM() throws {
    let pem = try Cast.p256.get().pem
    let damaged = [
      String(pem.dropLast(30)), pem.replacing("MII", with: "M!I"),
      "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n",
      "-----BEGIN CERTIFICATE-----\n" + pem, pem.replacing("END CERT", with: "END BERT"),
    ]
    for text in damaged {
      #expect(credentialProblem { try load(Array(text.utf8), key: Self.key) } == .malformed)
    }
  }

  @Test("A damaged key is malformed, not a matter of the passphrase")
  func damagedKey() throws {
    let certificate = Array(try Cast.p256.get().pem.utf8)
    let key = "-----BEGIN PRIVATE KEY-----\naGVsbG8=\n-----END PRIVATE KEY-----\n"
    #expect(credentialProblem { try load(certificate, key: Array(key.utf8)) } == .malformed)
    #expect(!OpenSSLWriter.hasWaitingError)
  }

  @Test("A key in OpenSSH's form is named as such")
  func openSSHKey() throws {
    let key = "-----BEGIN OPENSSH PRIVATE KEY-----\naGVsbG8=\n-----END OPENSSH PRIVATE KEY-----\n"
    let certificate = Array(try Cast.p256.get().pem.utf8)
    #expect(credentialProblem { try load(certificate, key: Array(key.utf8)) } == .unsupportedKey)
  }

  @Test("More than 1 MiB is too large, in either file")
  func tooLarge() throws {
    let large = [UInt8](repeating: 0x20, count: (1 << 20) + 1)
    #expect(credentialProblem { try load(large) } == .tooLarge)
    #expect(
      credentialProblem { try load(Array(Cast.p256.get().pem.utf8), key: large) } == .tooLarge)
  }

  @Test("A short RSA key is read, and no authority takes it", arguments: AuthorityKind.allCases)
  func shortRSA(kind: AuthorityKind) throws {
    let odd = try OpenSSLWriter.certificate(kind: "RSA") {
      EVP_PKEY_CTX_set_rsa_keygen_bits($0, 1024)
    }
    let credential = try load(odd.der, key: Array(odd.key.utf8))
    #expect(credential.facts.keyKind == "RSA 1024" && credential.facts.isSelfSigned)
    #expect(credentialProblem { try choose(kind, credential) } == .unsupportedKey)
  }

  @Test("A curve that JWS does not know is read, and no authority takes it")
  func oddCurve() throws {
    let odd = try OpenSSLWriter.certificate(kind: "EC") {
      EVP_PKEY_CTX_set_ec_paramgen_curve_nid($0, NID_secp256k1)
    }
    let credential = try load(odd.der, key: Array(odd.key.utf8))
    #expect(credential.facts.keyKind == "EC secp256k1")
    #expect(credentialProblem { try choose(.oidc, credential) } == .unsupportedKey)
  }

  @Test("A certificate with an RSA-PSS signature, as Windows authorities write it, is a good one")
  func pssSignature() throws {
    let pss = try OpenSSLWriter.certificate(kind: "RSA", signsWithPSS: true) {
      EVP_PKEY_CTX_set_rsa_keygen_bits($0, 2048)
    }
    let credential = try load(pss.der, key: Array(pss.key.utf8))
    #expect(credential.facts.isSelfSigned && credential.facts.serial == "07")
    #expect(try choose(.entra, credential).algorithm == .ps256)
  }

  @Test(
    "A key that is for RSA-PSS alone is no plain RSA key, and no authority takes it",
    arguments: AuthorityKind.allCases)
  func pssKey(kind: AuthorityKind) throws {
    let pss = try OpenSSLWriter.certificate(kind: "RSA-PSS") {
      EVP_PKEY_CTX_set_rsa_keygen_bits($0, 2048)
    }
    let credential = try load(pss.der, key: Array(pss.key.utf8))
    #expect(credential.facts.isSelfSigned)
    #expect(credentialProblem { try choose(kind, credential) } == .unsupportedKey)
  }

  private func choose(
    _ kind: AuthorityKind, _ credential: CertificateCredential
  ) throws(CredentialProblem) -> AssertionProfile {
    try AssertionProfile.choose(kind: kind, configuration: nil, credential: credential)
  }

  @Test("An old root with a short key does not spoil a good leaf beside it")
  func oddCertificateInBundle() throws {
    let odd = try OpenSSLWriter.certificate(kind: "RSA") {
      EVP_PKEY_CTX_set_rsa_keygen_bits($0, 1024)
    }
    let bundle = try OpenSSLWriter.pkcs12(
      key: MintedKeys.p256.pemRepresentation, certificate: Cast.p256.get().der,
      others: [odd.der], passphrase: nil)
    #expect(try load(bundle).chain == [Cast.p256.get().der])
  }
}
