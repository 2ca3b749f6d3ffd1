import CredentialAudit
import EntraIdentity
import Testing

@testable import credaudit

/// What the inventory's `network` section sets is what the transport keeps to.
@Suite struct TransportLimitsTests {
  @Test(
    "An attempt's limit holds for connecting too, and is no shorter where it is meant to be long",
    arguments: [(Duration.seconds(2), Duration.seconds(2)), (.seconds(600), .seconds(10))])
  func timeout(_ timeout: Duration, _ connect: Duration) throws {
    var settings = NetworkSettings()
    settings.timeout = timeout
    settings.perHost = 200
    let network = try NetworkConfiguration.fromEnvironment([:], limits: settings)
    #expect(network.attemptTimeout == timeout)
    #expect(network.connectTimeout == connect)
    #expect(network.connectionsPerHost == 200)
  }

  @Test("Connections are kept for half a minute, or for a moment where descriptors are few")
  func idle() throws {
    let settings = NetworkSettings()
    let usual = try NetworkConfiguration.fromEnvironment([:], limits: settings)
    #expect(usual.idleTimeout == .seconds(30))
    let few = try NetworkConfiguration.fromEnvironment(
      [:], limits: settings, keepsConnections: false)
    #expect(few.idleTimeout == .milliseconds(50))
  }

  @Test("Documents are asked for in the tool's own name, not only tokens")
  func name() throws {
    let network = try NetworkConfiguration.fromEnvironment([:], limits: NetworkSettings())
    #expect(network.userAgent.hasPrefix("credaudit/\(ToolVersion.text) "))
  }

  @Test("A bundle that is no bundle is told by its setting")
  func bundle() {
    var settings = NetworkSettings()
    settings.caBundle = "/nowhere/ca.pem"
    let problem = #expect(throws: NetworkConfigurationProblem.self) {
      try NetworkConfiguration.fromEnvironment([:], limits: settings)
    }
    #expect(problem?.description.contains("ca_bundle") == true)
  }
}
