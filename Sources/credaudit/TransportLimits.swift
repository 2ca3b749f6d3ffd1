import CredentialAudit
import EntraIdentity

extension NetworkConfiguration {
  /// The network as the environment has it, within the limits that an inventory sets.
  static func fromEnvironment(
    _ environment: [String: String], limits: NetworkSettings
  ) throws(NetworkConfigurationProblem) -> NetworkConfiguration {
    var network = try fromEnvironment(environment, caBundle: limits.caBundle)
    network.connectionsPerHost = limits.perHost
    network.attemptTimeout = limits.timeout
    network.connectTimeout = min(network.connectTimeout, limits.timeout)
    return network
  }
}
