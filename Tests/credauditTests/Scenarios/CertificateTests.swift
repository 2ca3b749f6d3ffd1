import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// Certificates: in every file that people have them in, and at services that do not take them.
@Suite struct CertificateTests {
  private static let passphrase = "correct horse / battery + staple"

  private static func scenario(
    _ certificate: MintedCertificate, files: [String: Scenario.File],
    reference: String = "file: billing.pem"
  ) -> Scenario {
    var scenario = Scenario()
    scenario.environment = ["PASSPHRASE": passphrase]
    scenario.files = files
    scenario.world = Contoso.world(
      .certificate("billing", clientID: Contoso.client, certificate))
    scenario.inventory = Contoso.inventory("name: primary, certificate: { \(reference) }")
    return scenario
  }

  private static func oneFile(_ certificate: MintedCertificate) -> [String: Scenario.File] {
    ["billing.pem": .secret(certificate.pem + certificate.keyPEM)]
  }

  enum Form: String, CaseIterable, CustomTestStringConvertible {
    case oneFile, chainIsSent, twoFiles, oldKeyForm, encryptedKey, encryptedOldKey, bundle
    case bundleOfOldCiphers

    var testDescription: String { rawValue }

    func scenario(_ certificate: MintedCertificate) throws -> Scenario {
      let opened = "passphrase: { env: PASSPHRASE }"
      func two(_ form: OpenSSLWriter.KeyForm, _ more: String = "") throws -> Scenario {
        let key = try OpenSSLWriter.key(
          certificate.keyPEM, as: form, passphrase: CertificateTests.passphrase)
        return CertificateTests.scenario(
          certificate, files: ["billing.pem": .open(certificate.pem), "key.pem": .secret(key)],
          reference: "file: billing.pem, key: key.pem" + more)
      }
      func bundle(_ cipher: OpenSSLWriter.Cipher) throws -> Scenario {
        let bytes = try OpenSSLWriter.pkcs12(
          key: certificate.keyPEM, certificate: certificate.der,
          passphrase: CertificateTests.passphrase, cipher: cipher)
        return CertificateTests.scenario(
          certificate, files: ["billing.pfx": .init(bytes: bytes)],
          reference: "file: billing.pfx, " + opened)
      }
      switch self {
      case .oneFile:
        return CertificateTests.scenario(certificate, files: CertificateTests.oneFile(certificate))
      case .chainIsSent:
        return CertificateTests.scenario(
          certificate, files: CertificateTests.oneFile(certificate),
          reference: "file: billing.pem, send_x5c: true")
      case .twoFiles: return try two(.pkcs8)
      case .oldKeyForm: return try two(.traditional)
      case .encryptedKey: return try two(.encryptedPKCS8, ", " + opened)
      case .encryptedOldKey: return try two(.encryptedTraditional, ", " + opened)
      case .bundle: return try bundle(.aes256)
      case .bundleOfOldCiphers: return try bundle(.rc2And3DES)
      }
    }
  }

  @Test("A certificate works in every file that people keep one in", arguments: Form.allCases)
  func good(_ form: Form) async throws {
    let run = try await form.scenario(try Contoso.certificate()).audit()
    #expect(run.found(.credentialSource) == ["pass ok"])
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.found(.credentialToken) == ["pass ok"])
    #expect(run.status == .clean)
    #expect(
      run.requests.first { $0.endpoint == .token }?.fieldNames.contains("client_secret") == false)
  }

  @Test("A certificate that is not registered is refused, and asked again after a pause")
  func notRegistered() async throws {
    let certificate = try Contoso.certificate()
    var scenario = Self.scenario(certificate, files: Self.oneFile(certificate))
    scenario.world = Contoso.world(
      .certificate("billing", clientID: Contoso.client, try Contoso.certificate(2)))
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["critical AADSTS700027"])
    let finding = try #require(run.findings(.credentialAcquisition).first)
    #expect(finding.cause?.contains("not registered") == true)
    #expect(run.slept.contains(.seconds(8)))
    #expect(run.asked(.token) == 2)
  }

  @Test("A certificate that ended at the service is told as ended, and asked once")
  func endedAtService() async throws {
    let certificate = try Contoso.certificate()
    var scenario = Self.scenario(certificate, files: Self.oneFile(certificate))
    let application = SimulatedApplication(
      "billing", clientID: Contoso.client,
      keys: [.certificate(certificate, start: Contoso.days(-90), end: Contoso.days(-2))])
    scenario.world = Contoso.world(application)
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["critical AADSTS700027"])
    #expect(run.findings(.credentialAcquisition).first?.class == "credential_expired")
    #expect(run.asked(.token) == 1)
    #expect(run.status == .findings)
  }

  @Test("Entra takes no elliptic curves, so none is sent there")
  func curveForEntra() async throws {
    let certificate = try MintedCertificate.client(
      "curve", key: .p256(), notBefore: Contoso.days(-1), notAfter: Contoso.days(300))
    let scenario = Self.scenario(certificate, files: Self.oneFile(certificate))
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == ["critical unsupported-key"])
    #expect(run.found(.credentialAcquisition) == ["skipped depends-on-source"])
    #expect(run.asked(.token) == 0)
    #expect(run.status == .findings)
    let offline = try await scenario.audit("--offline")
    #expect(offline.found(.credentialSource) == ["critical unsupported-key"])
  }

  @Test("A generic issuer takes what its metadata and the key allow", arguments: [true, false])
  func genericIssuer(isCurve: Bool) async throws {
    let certificate =
      isCurve
      ? try MintedCertificate.client(
        "curve", key: .p256(), notBefore: Contoso.days(-1), notAfter: Contoso.days(300))
      : try Contoso.certificate()
    var scenario = Self.scenario(certificate, files: Self.oneFile(certificate))
    scenario.world = SimulatedWorld([
      .oidc("idp.partner.example", [.certificate("ledger", clientID: "ledger", certificate)])
    ])
    scenario.inventory = Contoso.inventory(
      authority: "https://idp.partner.example", tenant: "kind: oidc", client: "ledger",
      "name: primary, certificate: { file: billing.pem }")
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.found(.credentialToken) == ["pass ok"])
    #expect(run.status == .clean)
  }

  @Test("AD FS takes a certificate")
  func federationServer() async throws {
    let certificate = try Contoso.certificate()
    var scenario = Self.scenario(certificate, files: Self.oneFile(certificate))
    scenario.world = SimulatedWorld([
      .adfs(
        "fs.contoso.example", [.certificate("billing", clientID: Contoso.client, certificate)])
    ])
    scenario.inventory = Contoso.inventory(
      authority: "https://fs.contoso.example/adfs",
      "name: primary, certificate: { file: billing.pem }")
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.found(.credentialToken) == ["pass ok"])
    #expect(run.status == .clean)
  }

  struct Unusable: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let found: String
    let files: @Sendable () throws -> [String: Scenario.File]
    var reference = "file: billing.pem"
  }

  static let unusable = [
    Unusable(testDescription: "no certificate at all", found: "critical not-a-certificate") {
      ["billing.pem": .secret("this is not the file you are looking for\n")]
    },
    Unusable(testDescription: "no key", found: "critical no-private-key") {
      ["billing.pem": .open(try Contoso.certificate().pem)]
    },
    Unusable(testDescription: "another certificate's key", found: "critical key-mismatch") {
      [
        "billing.pem": .secret(
          try Contoso.certificate().pem + Contoso.certificate(2).keyPEM)
      ]
    },
    Unusable(
      testDescription: "a passphrase that is wrong", found: "critical wrong-passphrase",
      files: {
        let certificate = try Contoso.certificate()
        let key = try OpenSSLWriter.key(
          certificate.keyPEM, as: .encryptedPKCS8, passphrase: "another one")
        return ["billing.pem": .secret(certificate.pem + key)]
      }, reference: "file: billing.pem, passphrase: { env: PASSPHRASE }"),
    Unusable(testDescription: "a passphrase that is missing", found: "critical passphrase-needed") {
      let certificate = try Contoso.certificate()
      let key = try OpenSSLWriter.key(
        certificate.keyPEM, as: .encryptedPKCS8, passphrase: "another one")
      return ["billing.pem": .secret(certificate.pem + key)]
    },
    Unusable(testDescription: "a file that is not there", found: "unknown file-not-found") { [:] },
    Unusable(
      testDescription: "a key's file that is not there", found: "unknown file-not-found",
      files: { ["billing.pem": .open(try Contoso.certificate().pem)] },
      reference: "file: billing.pem, key: nowhere.pem"),
  ]

  @Test("A passphrase's file is kept from others too; the passphrase itself may be any word")
  func passphraseFile() async throws {
    let certificate = try Contoso.certificate()
    let key = try OpenSSLWriter.key(
      certificate.keyPEM, as: .encryptedPKCS8, passphrase: "changeme")
    for (mode, found) in [(0o600, "pass ok"), (0o644, "warning file-readable-by-others")] {
      let run = try await Self.scenario(
        certificate,
        files: [
          "billing.pem": .secret(certificate.pem + key), "word": .secret("changeme\n", mode: mode),
        ], reference: "file: billing.pem, passphrase: { file: word }"
      ).audit()
      #expect(run.found(.credentialSource) == [found])
      #expect(run.found(.credentialAcquisition) == ["pass ok"])
    }
  }

  @Test("What is no usable certificate is told, and nothing is sent", arguments: unusable)
  func notUsable(_ unusable: Unusable) async throws {
    let scenario = Self.scenario(
      try Contoso.certificate(), files: try unusable.files(), reference: unusable.reference)
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == [unusable.found])
    #expect(run.found(.credentialAcquisition) == ["skipped depends-on-source"])
    #expect(run.asked(.token) == 0)
    #expect(run.status == (unusable.found.hasPrefix("unknown") ? .unknown : .findings))
  }
}
