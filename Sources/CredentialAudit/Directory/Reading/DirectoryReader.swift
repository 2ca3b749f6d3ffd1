package import EntraIdentity
package import Foundation

/// Reads a tenant's directory through Microsoft Graph, with nothing but GET requests.
///
/// ```swift
/// let reader = DirectoryReader(
///   transport: transport, gate: gate, time: time, graph: graph, tenantID: tenantID,
///   tokens: tokens, product: product, settings: settings)
/// switch await reader.read(.all) {
/// case .read(let snapshot): …
/// case .failed(let failure): …   // nothing of what was read until then
/// case .notRead: …               // never said here
/// }
/// ```
///
/// What is asked for, one request after the other, each list with `$top=999` and to its end:
/// - `applications/$count` and `servicePrincipals/$count`, with `ConsistencyLevel: eventual`, before a
///   list, and again after it where the numbers differ; a service without `$count` (400) is not counted;
/// - `applications?$select=id&$expand=federatedIdentityCredentials`, and an application's own
///   `applications/{id}/federatedIdentityCredentials` where that may be cut short (twenty entries) or is
///   not served (400);
/// - `applications?$select=…&$expand=owners`;
/// - `servicePrincipals?$select=…`;
/// - `directory/deletedItems/microsoft.graph.application?$select=…`;
/// - `policies/defaultAppManagementPolicy`, which may be refused, and where it is not,
///   `policies/appManagementPolicies`, with `policies/appManagementPolicies/{id}/appliesTo` for each that
///   limits the life of credentials.
///
/// Declared applications are asked for by their client ids where that takes fewer requests:
/// `applications(appId='…')?$select=…&$expand=owners`, `applications/{id}/federatedIdentityCredentials`
/// and `servicePrincipals(appId='…')?$select=…`. One that is not there (404) is left out; only then is
/// it looked for among the deleted.
package struct DirectoryReader: Sendable {
  private let transport: any HTTPTransport
  private let gate: RequestGate
  private let time: any TimeSource
  private let graph: EndpointURL
  private let tenantID: UUID
  private let tokens: any DirectoryTokens
  private let product: ProductIdentity
  private let settings: NetworkSettings
  private let limits: DirectoryLimits

  /// Makes a reader of one tenant's directory.
  /// - Parameters:
  ///   - transport: How requests leave the process; what is given here is not gated yet.
  ///   - gate: The run's gate. Graph's throttling of a tenant does not hold back its token requests.
  ///   - time: The clock.
  ///   - graph: The cloud's Graph, without a version: `https://graph.microsoft.com`.
  ///   - tenantID: The tenant, to tell its own applications from others'.
  ///   - tokens: Where access tokens are from.
  ///   - product: Who asks.
  ///   - settings: The limits of one request and its repeats.
  ///   - limits: The limits of the whole.
  package init(
    transport: any HTTPTransport, gate: RequestGate, time: any TimeSource, graph: EndpointURL,
    tenantID: UUID, tokens: any DirectoryTokens, product: ProductIdentity,
    settings: NetworkSettings, limits: DirectoryLimits = DirectoryLimits()
  ) {
    self.transport = transport
    self.gate = gate
    self.time = time
    self.graph = graph
    self.tenantID = tenantID
    self.tokens = tokens
    self.product = product
    self.settings = settings
    self.limits = limits
  }

  /// Reads the directory to its end.
  /// - Parameter scope: Which applications.
  /// - Returns: All of it, or why it is not all.
  package func read(_ scope: DirectoryScope) async -> DirectoryObservation {
    let session = GraphSession(
      transport: transport, gate: gate, time: time, graph: graph, tenantID: tenantID,
      tokens: tokens, product: product, settings: settings, limits: limits)
    do throws(DirectoryFailure) {
      return .read(try await TenantReading(session: session, tenantID: tenantID).snapshot(scope))
    } catch {
      return .failed(error)
    }
  }
}
