import EntraSimulator

/// What the demo's identity service was like the night before, so that tonight's reports have
/// something to compare with: a certificate was another one, an application was not yet disabled, one
/// tenant answered that does not any more, and another one the other way round.
struct DemoNightBefore {
  let simulated: SimulatedWorld

  init(_ tonight: DemoWorld, _ folder: DemoFolder) throws {
    let old = try folder.certificate("billing-old", key: 19, from: -350, to: 15)
    var world = tonight.simulated
    world.tenants = world.tenants.map { tenant in
      var tenant = tenant
      switch tenant.applications.first?.name {
      case "billing-sync": tenant.change("billing-sync") { $0.keys = [.certificate(old)] }
      case "mailer": tenant.change("archive") { $0.isEnabled = true }
      case "ledger": tenant.script = [.always(.discovery, .status(503))]
      case "desk": tenant.script = []
      case "auditor": tenant.forget(DemoWatched.successor)
      default: break
      }
      return tenant
    }
    world.tenants.append(
      .entra(
        "margie", id: "a1b2c3d4-0008-4a5b-8c6d-000000000008",
        [
          .secret(
            "booking", clientID: "ba7e0008-0000-4000-8000-000000000008",
            try folder.secret("margie-primary"))
        ]))
    simulated = world
  }
}

extension SimulatedTenant {
  /// Takes a secret out of the directory that nobody had made yet.
  fileprivate mutating func forget(_ keyID: String) {
    guard var directory else { return }
    for index in directory.applications.indices {
      directory.applications[index].passwords.removeAll { $0.keyID == keyID }
    }
    self.directory = directory
  }

  /// Changes the application of this name.
  fileprivate mutating func change(
    _ name: String, _ body: (inout SimulatedApplication) -> Void
  ) {
    for index in applications.indices where applications[index].name == name {
      body(&applications[index])
    }
  }
}
