import EntraSimulator

/// The demo's tenants with which something is wrong as a whole; a fourth, `wingtip`, is not there at
/// all.
struct DemoTroubles {
  let tenants: [SimulatedTenant]

  init(_ folder: DemoFolder) throws {
    _ = try folder.secret("wingtip-primary")
    let elsewhere = "https://login.microsoftonline.com/0ddba11e-0000-4000-8000-00000000dead/v2.0"
    tenants = [
      .entra(
        "adatum", id: "a1b2c3d4-0001-4a5b-8c6d-000000000001",
        [
          SimulatedApplication(
            "importer", clientID: "ada70001-0000-4000-8000-000000000001",
            secrets: [
              RegisteredSecret(try folder.secret("adatum-primary")),
              RegisteredSecret(try folder.secret("adatum-spare")),
            ])
        ], script: [.always(.token, .throttled(.seconds(1)))]),
      .entra(
        "northwind", id: "a1b2c3d4-0002-4a5b-8c6d-000000000002",
        [
          SimulatedApplication(
            "shipping", clientID: "0a7b0002-0000-4000-8000-000000000002",
            secrets: [
              RegisteredSecret(try folder.secret("northwind-primary")),
              RegisteredSecret(try folder.secret("northwind-spare")),
            ])
        ], script: [.always(.discovery, .lyingIssuer(elsewhere))]),
      .entra(
        "litware", id: "a1b2c3d4-0004-4a5b-8c6d-000000000004",
        [
          .secret(
            "desk", clientID: "117e0004-0000-4000-8000-000000000004",
            try folder.secret("litware-primary"))
        ], script: [.always(.discovery, .portalPage)]),
    ]
  }
}
