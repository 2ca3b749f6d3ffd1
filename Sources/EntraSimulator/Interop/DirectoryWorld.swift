package import Foundation

/// One tenant whose directory has many applications, with one of them that may read it.
package struct DirectoryWorld: InteropWorld {
  static let tenantID = GUID.numbered(1, kind: 0x1A8E)
  static let reader = GUID.numbered(1, kind: 0x1A8F)
  static let stranger = GUID.numbered(2, kind: 0x1A8F)
  static let owned = GUID.numbered(3, kind: 0x1A8F)
  static let secret = "inter~op.directory-reader-S3cret"

  package let world: SimulatedWorld
  private let applications: Int

  /// Makes the world.
  /// - Parameters:
  ///   - applications: How many there are besides the reader and two others; each has a secret and a
  ///     certificate.
  ///   - latency: How long every answer is held back.
  /// - Throws: What minting a certificate throws.
  package init(_ applications: Int, latency: Duration? = nil) throws {
    self.applications = applications
    let certificate = try MintedCertificate.client("interop certificate", key: .reusableRSA(1))
    var tenant = SimulatedTenant.entra(
      "directory", id: Self.tenantID,
      [
        .secret(
          "reader", clientID: Self.reader, Self.secret,
          roles: ["Application.Read.All", "User.Read.All", "Policy.Read.All"]),
        .secret("stranger", clientID: Self.stranger, Self.secret),
        .certificate("owned", clientID: Self.owned, certificate),
      ])
    // MSAL keeps its assertion for ten minutes and dates it by fractions.
    tenant.tolerances.formUnion([.reusedAssertions, .paddedThumbprints, .fractionalTimes])
    var directory = SimulatedDirectory(of: tenant)
    directory.generated = GeneratedApplications(applications)
    directory.applications[2].owners = [
      ListedOwner(displayName: "Jo Doe", userPrincipalName: "jo@directory.example")
    ]
    directory.applications[2].federations = [
      ListedFederation(
        name: "cluster", issuer: "https://cluster.example", subject: "system:serviceaccount:a:b")
    ]
    tenant.directory = directory
    world = SimulatedWorld([tenant], latency: latency)
  }

  package func files(in folder: URL) -> [(name: String, text: String)] { [] }

  package func facts(_ simulator: Simulator, in folder: URL) -> [JSONValue.Member] {
    let texts = [
      ("authority", world.tenants[0].authority), ("tenant_id", Self.tenantID),
      ("graph", "https://graph.microsoft.com/v1.0"), ("client_id", Self.reader),
      ("secret", Self.secret), ("stranger_client_id", Self.stranger),
      ("owned_client_id", Self.owned),
    ]
    return texts.map { .init(name: $0.0, value: .string($0.1)) } + [
      .init(
        name: "applications", value: JSONValue(applications + world.tenants[0].applications.count))
    ]
  }
}
