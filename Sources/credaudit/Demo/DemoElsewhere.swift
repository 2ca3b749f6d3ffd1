import EntraSimulator

/// The demo's other places: a national cloud, a generic issuer, customers' identities, and a tenant
/// that is still reached by an old host.
struct DemoElsewhere {
  let tenants: [SimulatedTenant]

  init(_ folder: DemoFolder) throws {
    let signing = try folder.certificate("tailspin", key: 16, to: 250)
    let elliptic = try folder.certificate("woodgrove-ec", to: 120)
    let shop = try folder.certificate("proseware", key: 17, to: 23)
    let decade = try folder.certificate("relecloud-decade", key: 18, to: 3650)
    tenants = [
      .entra(
        "tailspin", id: "a1b2c3d4-0005-4a5b-8c6d-000000000005", cloud: .usGovernment,
        [
          SimulatedApplication(
            "telemetry", clientID: "7a150005-0000-4000-8000-000000000051",
            secrets: [RegisteredSecret(try folder.secret("tailspin-primary"))],
            keys: [.certificate(signing)]),
          SimulatedApplication(
            "scheduler", clientID: "7a150005-0000-4000-8000-000000000052",
            secrets: [
              RegisteredSecret(try folder.secret("tailspin-scheduler")),
              RegisteredSecret(try folder.secret("tailspin-unlocked", mode: 0o644)),
            ]),
        ]),
      .oidc(
        "idp.woodgrove.example", path: "/realm",
        [
          SimulatedApplication(
            "ledger", clientID: "ledger-service",
            secrets: [RegisteredSecret(try folder.secret("woodgrove-primary"))],
            keys: [.certificate(elliptic)])
        ]),
      .ciam(
        "proseware", id: "b205e000-0000-4000-8000-0000000000c1",
        [
          SimulatedApplication(
            "web-shop", clientID: "b205e000-0000-4000-8000-000000000006",
            secrets: [RegisteredSecret(try folder.secret("proseware-primary"))],
            keys: [.certificate(shop)])
        ]),
      .entra(
        "relecloud", id: "a1b2c3d4-0007-4a5b-8c6d-000000000007",
        [
          SimulatedApplication(
            "sync", clientID: "2e1e0007-0000-4000-8000-000000000007",
            secrets: [RegisteredSecret(try folder.secret("relecloud-primary"))],
            keys: [.certificate(decade)])
        ]),
    ]
    _ = try folder.secret("woodgrove-wrong")
  }
}
