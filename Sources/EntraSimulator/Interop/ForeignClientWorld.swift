package import Foundation

/// A small fixed world for clients that are not ours: one tenant of every family, and the same
/// applications in each.
package struct ForeignClientWorld: InteropWorld {
  static let tenantID = GUID.numbered(1, kind: 0x1A7E)
  static let secondTenantID = GUID.numbered(2, kind: 0x1A7E)
  static let secretClient = GUID.numbered(1, kind: 0x1A7F)
  static let certificateClient = GUID.numbered(2, kind: 0x1A7F)
  static let bundleClient = GUID.numbered(3, kind: 0x1A7F)
  static let federatedClient = GUID.numbered(4, kind: 0x1A7F)
  static let throttledClient = GUID.numbered(5, kind: 0x1A7F)
  static let unavailableClient = GUID.numbered(6, kind: 0x1A7F)
  static let secret = "inter~op.S3cret+with/odd&characters=%"

  let certificate: MintedCertificate
  let bundle: MintedCertificate
  /// What the cluster says of a workload, which the federated application presents.
  let assertion: String
  package let world: SimulatedWorld

  package init(latency: Duration? = nil) throws {
    certificate = try .client("interop certificate", key: .reusableRSA(1))
    bundle = try .client("interop bundle", key: .reusableRSA(2))
    let cluster = (issuer: "https://cluster.example", subject: "system:serviceaccount:interop:job")
    let clusterKey = try MintedKey.reusableRSA(3)
    assertion = try MintedAssertion.workload(
      issuer: cluster.issuer, subject: cluster.subject, audience: "api://AzureADTokenExchange",
      now: Date(), key: clusterKey)
    let applications: [SimulatedApplication] = [
      .secret("by-secret", clientID: Self.secretClient, Self.secret, roles: ["User.Read.All"]),
      .certificate("by-certificate", clientID: Self.certificateClient, certificate),
      .certificate("by-bundle", clientID: Self.bundleClient, bundle),
      SimulatedApplication(
        "by-federation", clientID: Self.federatedClient,
        federatedCredentials: [
          FederatedCredential(
            issuer: cluster.issuer, subject: cluster.subject,
            issuerKeys: [
              .publicKey(pem: clusterKey.publicPEM, keyID: MintedAssertion.keyID)
            ])
        ]),
      .secret(
        "throttled", clientID: Self.throttledClient, Self.secret,
        script: [.always(.token, .throttled(.seconds(30)))]),
      .secret(
        "unavailable", clientID: Self.unavailableClient, Self.secret,
        script: [.always(.token, .status(503))]),
    ]
    let tenants = Self.tenants.map { tenant in
      var tenant = tenant
      tenant.applications = applications
      // MSAL keeps its assertion for ten minutes, pads its thumbprint and dates by fractions.
      tenant.tolerances.formUnion([.reusedAssertions, .paddedThumbprints, .fractionalTimes])
      return tenant
    }
    world = SimulatedWorld(tenants, latency: latency)
  }

  private static let tenants: [SimulatedTenant] = [
    .entra("interop", id: tenantID, []), .entra("interop-second", id: secondTenantID, []),
    .entra("interop-us", id: GUID.numbered(3, kind: 0x1A7E), cloud: .usGovernment, []),
    .entra("interop-cn", id: GUID.numbered(4, kind: 0x1A7E), cloud: .china, []),
    .b2c("interopshop", id: GUID.numbered(5, kind: 0x1A7E), []),
    .ciam("interopclub", id: GUID.numbered(6, kind: 0x1A7E), []),
    .adfs("fs.interop.example", []), .oidc("idp.interop.example", path: "/realm", []),
  ]

  package func files(in folder: URL) -> [(name: String, text: String)] {
    [
      ("certificate.pem", certificate.pem), ("certificate.key", certificate.keyPEM),
      ("bundle.pem", bundle.pem), ("bundle.key", bundle.keyPEM),
    ]
  }

  package func facts(_ simulator: Simulator, in folder: URL) -> [JSONValue.Member] {
    let authorities = ["", "second_", "us_", "china_", "b2c_", "ciam_", "adfs_", "oidc_"].map {
      $0 + "authority"
    }
    let values = [
      ("direct_authority", "https://localhost:\(simulator.tlsPort)/\(Self.tenantID)"),
      ("tenant_id", Self.tenantID),
      ("second_tenant_id", Self.secondTenantID),
      ("scope", "https://graph.microsoft.com/.default"),
      ("secret_client_id", Self.secretClient),
      ("secret", Self.secret),
      ("certificate_client_id", Self.certificateClient),
      ("certificate", path("certificate.pem", in: folder)),
      ("certificate_key", path("certificate.key", in: folder)),
      ("bundle_client_id", Self.bundleClient),
      ("bundle_certificate", path("bundle.pem", in: folder)),
      ("bundle_key", path("bundle.key", in: folder)),
      ("federated_client_id", Self.federatedClient),
      ("assertion", assertion),
      ("throttled_client_id", Self.throttledClient),
      ("unavailable_client_id", Self.unavailableClient),
    ]
    return (Array(zip(authorities, world.tenants.map(\.authority))) + values).map {
      .init(name: $0.0, value: .string($0.1))
    }
  }
}
