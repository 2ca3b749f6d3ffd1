package import Foundation

/// Many tenants with one secret each, and the inventory of them: what a run is measured with.
package struct ManyTenantsWorld: InteropWorld {
  package let world: SimulatedWorld

  /// Makes the world.
  /// - Parameters:
  ///   - tenants: How many there are.
  ///   - throttled: How many of them, the first ones, are told once to come back for their token in
  ///     three seconds.
  ///   - latency: How long every answer is held back.
  package init(_ tenants: Int, throttled: Int = 0, latency: Duration? = nil) {
    var world = SimulatedWorld.many(tenants: tenants)
    for index in 0..<min(throttled, tenants) {
      world.tenants[index].script.append(.first(1, .token, .throttled(.seconds(3))))
    }
    world.latency = latency
    self.world = world
  }

  package func files(in folder: URL) -> [(name: String, text: String)] {
    var files: [(name: String, text: String)] = []
    let end = Date(timeIntervalSinceNow: 200 * 86_400).formatted(.iso8601.year().month().day())
    // Only the machine is to be the limit, not the courtesy that real hosts are owed.
    var inventory = """
      version: 1
      defaults: { owner: benchmark@contoso.example }
      network: { concurrency: 64, per_host: 64, rate: 10000/s }
      tenants:

      """
    for (index, tenant) in world.tenants.enumerated() {
      let name = "tenant\(index + 1)"
      inventory += """
          - name: \(name)
            authority: \(tenant.authority)
            tenant_id: \(tenant.id)
            applications:

        """
      for application in tenant.applications {
        inventory += """
                - name: \(application.name)
                  client_id: \(application.clientID)
                  credentials:

          """
        for (position, secret) in application.secrets.enumerated() {
          let file = "secrets/\(name)-\(application.name)-\(position + 1)"
          files.append((file, secret.value + "\n"))
          inventory += """
                      - { name: secret\(position + 1), secret: { file: \(file) }, expires: \(end) }

            """
        }
      }
    }
    return files + [("inventory.yaml", inventory)]
  }

  package func facts(_ simulator: Simulator, in folder: URL) -> [JSONValue.Member] {
    [
      .init(name: "inventory", value: .string(path("inventory.yaml", in: folder))),
      .init(name: "tenants", value: JSONValue(world.tenants.count)),
    ]
  }
}
