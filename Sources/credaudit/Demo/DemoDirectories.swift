import EntraSimulator
import Foundation

/// The demo's two large directories: most of what can be said of a credential is found in them.
struct DemoDirectories {
  let tenants: [SimulatedTenant]

  init(_ folder: DemoFolder, now: Date) throws {
    tenants = [
      .entra(
        "contoso", id: "6babcaad-604b-40ac-a9d7-9fd97c0b779f",
        [
          try Self.billing(folder), try Self.payroll(folder, now), try Self.crm(folder),
          try Self.nightBatch(),
        ]),
      try Self.fabrikam(folder),
    ]
  }

  private static func billing(_ folder: DemoFolder) throws -> SimulatedApplication {
    let certificate = try folder.certificate("billing", key: 11, to: 200, keyFile: "billing.key")
    return SimulatedApplication(
      "billing-sync", clientID: "8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4",
      secrets: [RegisteredSecret(try folder.secret("billing-primary"))],
      keys: [.certificate(certificate)], roles: ["User.Read.All", "Directory.Read.All"])
  }

  /// One secret that ends soon, and one that ended: the service knows both.
  private static func payroll(_ folder: DemoFolder, _ now: Date) throws -> SimulatedApplication {
    SimulatedApplication(
      "payroll-export", clientID: "2f0a8c6e-52c8-4d1d-9c0f-7f5a0d2b9b11",
      secrets: [
        RegisteredSecret(try folder.secret("payroll-current")),
        RegisteredSecret(
          try folder.secret("payroll-previous"), end: now.addingTimeInterval(-52 * 86400)),
      ])
  }

  /// A certificate that has come into its last days tonight, and a secret of which somebody pasted the id.
  private static func crm(_ folder: DemoFolder) throws -> SimulatedApplication {
    try folder.write(GUID.random() + "\n", to: "secrets/crm-pasted")
    return SimulatedApplication(
      "crm-bridge", clientID: "77c1d3a9-0b5e-4c56-8a9f-1d2e3f405162",
      secrets: [RegisteredSecret("another~than.the-one-that-was-pasted")],
      keys: [.certificate(try folder.certificate("crm", key: 12, to: 6.5))])
  }

  private static func nightBatch() throws -> SimulatedApplication {
    SimulatedApplication(
      "night-batch", clientID: "5d9f7a10-3c44-4f0e-b7f2-90a1b2c3d4e5",
      federatedCredentials: [
        FederatedCredential(
          issuer: DemoCluster.issuer, subject: "system:serviceaccount:batch:night",
          issuerKeys: try DemoCluster().keys)
      ])
  }

  private static func fabrikam(_ folder: DemoFolder) throws -> SimulatedTenant {
    _ = try folder.certificate("mailer", key: 14, to: 300)
    let next = try folder.certificate("reports-next", key: 15, from: 20, to: 385)
    var tenant = SimulatedTenant.entra(
      "fabrikam", id: "fab00000-0000-4000-8000-00000000fab1",
      [
        .secret(
          "mailer", clientID: "c0de1111-2222-4333-8444-555566667777", try folder.secret("mailer")),
        SimulatedApplication(
          "archive", clientID: "c0de2222-3333-4444-8555-666677778888", isEnabled: false,
          secrets: [RegisteredSecret(try folder.secret("archive"))]),
        SimulatedApplication(
          "reports", clientID: "c0de3333-4444-4555-8666-777788889999",
          secrets: [RegisteredSecret(try folder.secret("reports"))], keys: [.certificate(next)],
          roles: ["User.Read.All"]),
      ])
    tenant.domains.append("fabrikam.example")
    return tenant
  }
}
