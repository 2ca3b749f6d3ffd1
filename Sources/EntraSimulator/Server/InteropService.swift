import Foundation

/// A small fixed world for clients that are not ours, described by files.
struct InteropWorld {
  static let tenantID = GUID.numbered(1, kind: 0x1A7E)
  static let secretClient = GUID.numbered(1, kind: 0x1A7F)
  static let certificateClient = GUID.numbered(2, kind: 0x1A7F)
  static let bundleClient = GUID.numbered(3, kind: 0x1A7F)
  static let secret = "inter~op.S3cret+with/odd&characters=%"

  let certificate: MintedCertificate
  let bundle: MintedCertificate
  let world: SimulatedWorld

  init() throws {
    certificate = try .client("interop certificate", key: .reusableRSA(1))
    bundle = try .client("interop bundle", key: .reusableRSA(2))
    var tenant = SimulatedTenant.entra(
      "interop", id: Self.tenantID,
      [
        .secret(
          "by-secret", clientID: Self.secretClient, Self.secret, roles: ["User.Read.All"]),
        .certificate("by-certificate", clientID: Self.certificateClient, certificate),
        .certificate("by-bundle", clientID: Self.bundleClient, bundle),
      ])
    // MSAL keeps its assertion for ten minutes and pads its thumbprint.
    tenant.tolerances.formUnion([.reusedAssertions, .paddedThumbprints])
    world = SimulatedWorld([tenant])
  }

  func facts(_ simulator: Simulator, directory: URL) -> JSONValue {
    func path(_ name: String) -> JSONValue {
      .string(directory.appending(path: name).path(percentEncoded: false))
    }
    return [
      "proxy": .string(simulator.proxyURL),
      "proxy_port": JSONValue(simulator.proxyPort),
      "tls_port": JSONValue(simulator.tlsPort),
      "authority": .string("https://login.microsoftonline.com/\(Self.tenantID)"),
      "direct_authority": .string("https://localhost:\(simulator.tlsPort)/\(Self.tenantID)"),
      "tenant_id": .string(Self.tenantID),
      "scope": "https://graph.microsoft.com/.default",
      "secret_client_id": .string(Self.secretClient),
      "secret": .string(Self.secret),
      "certificate_client_id": .string(Self.certificateClient),
      "certificate": path("certificate.pem"),
      "certificate_key": path("certificate.key"),
      "bundle_client_id": .string(Self.bundleClient),
      "bundle_certificate": path("bundle.pem"),
      "bundle_key": path("bundle.key"),
      "ca": path("ca.pem"),
    ]
  }
}

/// Serves the interop world until the task is cancelled. `facts.json` is written last and at once:
/// whoever sees it may begin.
package func serveForInterop(directory: String) async throws {
  let folder = URL(filePath: directory, directoryHint: .isDirectory)
  let interop = try InteropWorld()
  let simulator = try await Simulator.start(interop.world)
  do {
    let files = [
      ("ca.pem", simulator.caPEM), ("certificate.pem", interop.certificate.pem),
      ("certificate.key", interop.certificate.keyPEM), ("bundle.pem", interop.bundle.pem),
      ("bundle.key", interop.bundle.keyPEM),
      ("facts.json", interop.facts(simulator, directory: folder).serialized + "\n"),
    ]
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = folder.appending(path: name)
      try Data(text.utf8).write(to: file, options: .atomic)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: file.path(percentEncoded: false))
    }
    while true { try await Task.sleep(for: .seconds(3_600)) }
  } catch {
    await simulator.stop()
    if !(error is CancellationError) { throw error }
  }
}
