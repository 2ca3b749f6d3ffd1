package import Foundation

/// A small fixed world for clients that are not ours.
package struct ForeignClientWorld: InteropWorld {
  static let tenantID = GUID.numbered(1, kind: 0x1A7E)
  static let secretClient = GUID.numbered(1, kind: 0x1A7F)
  static let certificateClient = GUID.numbered(2, kind: 0x1A7F)
  static let bundleClient = GUID.numbered(3, kind: 0x1A7F)
  static let secret = "inter~op.S3cret+with/odd&characters=%"

  let certificate: MintedCertificate
  let bundle: MintedCertificate
  package let world: SimulatedWorld

  package init(latency: Duration? = nil) throws {
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
    world = SimulatedWorld([tenant], latency: latency)
  }

  package func files(in folder: URL) -> [(name: String, text: String)] {
    [
      ("certificate.pem", certificate.pem), ("certificate.key", certificate.keyPEM),
      ("bundle.pem", bundle.pem), ("bundle.key", bundle.keyPEM),
    ]
  }

  package func facts(_ simulator: Simulator, in folder: URL) -> [JSONValue.Member] {
    [
      ("authority", "https://login.microsoftonline.com/\(Self.tenantID)"),
      ("direct_authority", "https://localhost:\(simulator.tlsPort)/\(Self.tenantID)"),
      ("tenant_id", Self.tenantID),
      ("scope", "https://graph.microsoft.com/.default"),
      ("secret_client_id", Self.secretClient),
      ("secret", Self.secret),
      ("certificate_client_id", Self.certificateClient),
      ("certificate", path("certificate.pem", in: folder)),
      ("certificate_key", path("certificate.key", in: folder)),
      ("bundle_client_id", Self.bundleClient),
      ("bundle_certificate", path("bundle.pem", in: folder)),
      ("bundle_key", path("bundle.key", in: folder)),
    ].map { .init(name: $0.0, value: .string($0.1)) }
  }
}
