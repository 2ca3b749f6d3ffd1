import CredentialAudit
import EntraIdentity

extension NetworkConfiguration {
  /// For how long a connection is kept where descriptors are few: long enough for the next request of
  /// the same tenant, which follows at once.
  private static let brief = Duration.milliseconds(50)

  /// The network as the environment has it, within the limits that an inventory sets. Documents are
  /// asked for in the tool's own name, as tokens are. `keepsConnections` says whether those that nobody
  /// uses for a while may stay open.
  static func fromEnvironment(
    _ environment: [String: String], limits: NetworkSettings, keepsConnections: Bool = true
  ) throws(NetworkConfigurationProblem) -> NetworkConfiguration {
    var network = try fromEnvironment(environment, caBundle: limits.caBundle)
    network.connectionsPerHost = limits.perHost
    if !keepsConnections { network.idleTimeout = brief }
    network.attemptTimeout = limits.timeout
    network.connectTimeout = min(network.connectTimeout, limits.timeout)
    network.userAgent = ProductIdentity.credaudit.userAgent
    return network
  }
}
