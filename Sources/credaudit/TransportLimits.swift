import CredentialAudit
import EntraIdentity

extension NetworkConfiguration {
  /// The network as the environment has it, within the limits that an inventory sets. Documents are
  /// asked for in the tool's own name, as tokens are.
  static func fromEnvironment(
    _ environment: [String: String], limits: NetworkSettings
  ) throws(NetworkConfigurationProblem) -> NetworkConfiguration {
    var network = try fromEnvironment(environment, caBundle: limits.caBundle)
    network.connectionsPerHost = limits.perHost
    network.attemptTimeout = limits.timeout
    network.connectTimeout = min(network.connectTimeout, limits.timeout)
    network.userAgent = ProductIdentity.credaudit.userAgent
    return network
  }
}
