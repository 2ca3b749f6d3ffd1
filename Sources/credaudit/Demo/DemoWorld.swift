import EntraSimulator
import Foundation

/// What the demo's identity service knows: for every credential of `config/demo/inventory.yaml`
/// what is registered for it, or what stands in its way.
struct DemoWorld {
  let simulated: SimulatedWorld

  init(_ folder: DemoFolder, now: Date) throws {
    var tenants = try DemoDirectories(folder, now: now).tenants
    tenants += try DemoElsewhere(folder).tenants
    tenants += try DemoTroubles(folder).tenants
    tenants.append(try DemoWatched(folder, now: now).tenant)
    simulated = SimulatedWorld(tenants)
  }
}
