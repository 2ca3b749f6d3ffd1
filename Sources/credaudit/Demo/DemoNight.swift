import EntraIdentity
import EntraSimulator
import Foundation

/// One night of the demo: an identity service on loopback, and the job that audits it.
struct DemoNight {
  let world: SimulatedWorld
  let folder: DemoFolder
  let reports: String

  /// Starts the service, audits it in these surroundings and stops it.
  /// - Returns: How the job ended.
  func audit(in surroundings: Surroundings) async throws -> ExitStatus {
    let time = surroundings.time
    try DemoCluster().writeTokens(to: folder, at: time.now)
    let simulator = try await Simulator.start(world, clock: { time.now })
    try folder.write(simulator.caPEM, to: "ca.pem")
    surroundings.console.say(
      "the built-in identity service listens on 127.0.0.1:\(simulator.tlsPort), "
        + "reached by the proxy \(simulator.proxyURL)\n")
    var surroundings = surroundings
    // Real host names, by the way that users behind a company's proxy go.
    for name in ["HTTPS_PROXY", "https_proxy"] {
      surroundings.environment[name] = simulator.proxyURL
    }
    for name in ["NO_PROXY", "no_proxy"] { surroundings.environment[name] = "" }
    surroundings.environment["SSL_CERT_FILE"] = folder.file("ca.pem")
    // Here the built-in service's authority stands for the public ones that sign real login hosts.
    surroundings.machine.roots = MachineRoots(files: [folder.file("ca.pem")])
    let status = await Surroundings.$current.withValue(surroundings) {
      await CredAudit.run([
        "audit", "--inventory", folder.file("inventory.yaml"), "--reports", reports, "--database",
        reports + "/credaudit.sqlite",
      ])
    }
    await simulator.stop()
    return status
  }
}
