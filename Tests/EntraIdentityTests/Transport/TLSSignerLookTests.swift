import EntraIdentity
import Foundation
import Testing

@Suite struct TLSSignerLookTests {
  /// A machine with its roots and a folder for those that are added, gone with the test.
  private final class Machine: Sendable {
    let folder = NSTemporaryDirectory() + "roots-" + UUID().uuidString

    init(roots: String?, added: [String: String] = [:]) throws {
      try FileManager.default.createDirectory(
        atPath: folder + "/added/below", withIntermediateDirectories: true)
      if let roots { try Data(roots.utf8).write(to: URL(filePath: folder + "/roots.pem")) }
      for (name, text) in added {
        try Data(text.utf8).write(to: URL(filePath: folder + "/added/" + name))
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var roots: MachineRoots {
      MachineRoots(
        files: [folder + "/nowhere.pem", folder + "/roots.pem"],
        additions: [folder + "/nowhere", folder + "/added"])
    }
  }

  /// Looks at a server that shows a certificate, and sees to it that it was asked nothing.
  private func look(
    _ certificate: TestCertificate, machine: Machine, trusting bundle: String? = nil
  ) async throws -> Result<TLSSigner, TransportError> {
    let server = try await ScriptedServer.start(certificate, [])
    let file = try TestFile(bundle ?? certificate.authorityPEM)
    let look = TLSSignerLook(
      NetworkConfiguration(replacedRoots: CertificateBundle(path: file.path, place: "test")),
      machine: machine.roots)
    let url = try EndpointURL("https://localhost:\(server.port)/")
    let result: Result<TLSSigner, TransportError>
    do throws(TransportError) {
      result = .success(try await look.look(at: url))
    } catch {
      result = .failure(error)
    }
    await server.stop()
    #expect(server.received == 0)
    return result
  }

  private func trust(_ result: Result<TLSSigner, TransportError>) -> TLSSigner.Trust? {
    try? result.get().trust
  }

  private func kind(_ result: Result<TLSSigner, TransportError>) -> TransportError.Kind? {
    if case .failure(let error) = result { error.kind } else { nil }
  }

  @Test func aSignerOfTheSystemsOwnIsNamedByOrganisationAndName() async throws {
    let certificate = try TestCertificate.mint(by: "Public Trust Inc", named: "Public Root 1")
    let other = try TestCertificate.mint().authorityPEM
    let signer = try await look(
      certificate, machine: Machine(roots: other + "\n" + certificate.authorityPEM)
    ).get()
    #expect(
      signer
        == TLSSigner(host: "localhost", name: "Public Trust Inc, Public Root 1", trust: .shipped))
  }

  @Test func aSignerThatOnlyASettingTrustsIsAdded() async throws {
    let certificate = try TestCertificate.mint()
    let machine = try Machine(roots: TestCertificate.mint().authorityPEM)
    #expect(trust(try await look(certificate, machine: machine)) == .added)
  }

  @Test(arguments: ["corp.crt", "below/corp.pem"])
  func aSignerThatWasAddedToTheMachineIsAdded(_ name: String) async throws {
    let certificate = try TestCertificate.mint()
    let root = certificate.authorityPEM
    let machine = try Machine(
      roots: TestCertificate.mint().authorityPEM + "\n" + root,
      added: [name: root, "README": "no certificate at all"])
    #expect(trust(try await look(certificate, machine: machine)) == .added)
  }

  @Test func aRootThatTheSystemHadBeforeItWasAddedIsTheSystems() async throws {
    let certificate = try TestCertificate.mint()
    let root = certificate.authorityPEM
    let machine = try Machine(roots: root + "\n" + root, added: ["again.crt": root])
    #expect(trust(try await look(certificate, machine: machine)) == .shipped)
  }

  @Test func aSignerThatNobodyTrustsIsNamedAllTheSame() async throws {
    let certificate = try TestCertificate.mint(by: "Somebody in between", named: "Box 7")
    let other = try TestCertificate.mint().authorityPEM
    let signer = try await look(certificate, machine: Machine(roots: other), trusting: other).get()
    #expect(
      signer == TLSSigner(host: "localhost", name: "Somebody in between, Box 7", trust: .nobody))
  }

  @Test(arguments: [nil, "", "not a root"])
  func whereTheSystemHasNoRootsNothingIsClaimed(_ roots: String?) async throws {
    let machine = try Machine(roots: roots)
    #expect(trust(try await look(.mint(), machine: machine)) == .untold)
  }

  @Test func whatIsWrongWithTheCertificateItselfIsNotTheSigners() async throws {
    let machine = try Machine(roots: TestCertificate.mint().authorityPEM)
    for (certificate, expected) in [
      (try TestCertificate.mint(from: -7200, to: -3600), TransportError.Kind.tlsExpired),
      (try TestCertificate.mint(for: "other.example"), .tlsHostname),
    ] {
      #expect(kind(try await look(certificate, machine: machine)) == expected)
    }
  }

  @Test func whatASignerCallsItselfIsShownWithoutWhatCouldDeceive() async throws {
    let certificate = try TestCertificate.mint(
      by: "\u{1B}[2JDigi\u{202E}Cert" + String(repeating: "x", count: 400), named: "a\r\nb")
    let machine = try Machine(roots: certificate.authorityPEM)
    let name = try await look(certificate, machine: machine).get().name
    #expect(name.hasPrefix("DigiCertxxx") && name.hasSuffix("…, a b"))
    #expect(name.count <= 90)
  }

  @Test func theWayIsThatOfRequests() async throws {
    let certificate = try TestCertificate.mint(for: "login.contoso.example")
    let server = try await ScriptedServer.start(certificate, [])
    let proxy = try await ScriptedProxy.start(leadsTo: server.port)
    let file = try TestFile(certificate.authorityPEM)
    let network = try NetworkConfiguration.fromEnvironment([
      "HTTPS_PROXY": "127.0.0.1:\(proxy.port)", "SSL_CERT_FILE": file.path,
    ])
    let machine = try Machine(roots: certificate.authorityPEM)
    let url = try EndpointURL("https://login.contoso.example/tenant")
    let signer = try await TLSSignerLook(network, machine: machine.roots).look(at: url)
    #expect(signer.trust == .shipped)
    #expect(
      proxy.heads.allSatisfy { $0.hasPrefix("CONNECT login.contoso.example:443 HTTP/1.1\r\n") })
    #expect(!proxy.heads.isEmpty && server.received == 0)
    await proxy.stop()
    await server.stop()
  }

  @Test func whoIsNotThereOrDoesNotAnswerIsNotSeen() async throws {
    let gone = try await ScriptedServer.start(nil, [])
    await gone.stop()
    let silent = try await ScriptedServer.start(nil, [])
    let refusing = try await ScriptedProxy.start(leadsTo: nil)
    var slow = NetworkConfiguration(connectTimeout: .milliseconds(200))
    var proxied = NetworkConfiguration()
    proxied.proxy = .fixed(host: "127.0.0.1", port: refusing.port, credentials: nil)
    slow.attemptTimeout = .milliseconds(200)
    for (network, port, expected) in [
      (NetworkConfiguration(), gone.port, TransportError.Kind.refused),
      (slow, silent.port, .timeout), (proxied, gone.port, .proxy),
    ] {
      let url = try EndpointURL("https://localhost:\(port)/")
      let failure = await #expect(throws: TransportError.self) {
        try await TLSSignerLook(network, machine: .system).look(at: url)
      }
      #expect(failure?.kind == expected)
    }
    await silent.stop()
    await refusing.stop()
  }

  @Test func aBundleThatWentAwayIsNamed() async throws {
    let network = NetworkConfiguration(
      additionalRoots: [CertificateBundle(path: "/nowhere/ca.pem", place: "ca_bundle")])
    let url = try EndpointURL("https://localhost/")
    let failure = await #expect(throws: TransportError.self) {
      try await TLSSignerLook(network, machine: .system).look(at: url)
    }
    #expect(failure?.detail.contains("ca_bundle names /nowhere/ca.pem") == true)
  }
}
