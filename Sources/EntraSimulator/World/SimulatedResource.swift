/// An API for which tokens are asked.
package struct SimulatedResource: Sendable {
  /// The names it is asked for by, such as `api://billing`.
  package var identifiers: [String]
  /// The API's own client id: the audience of its version 2 tokens.
  package var applicationID: String
  package var name: String
  package var tokenVersion: TokenVersion
  /// Whether a client without a role here is refused.
  package var requiresAssignment: Bool
  /// Whether the header of its tokens carries a nonce, as Microsoft Graph's does.
  package var hasHeaderNonce: Bool
  /// Whether its tokens are opaque to clients.
  package var isOpaque: Bool

  /// The form of an access token, which the API chooses and not the endpoint.
  package enum TokenVersion: Sendable, Hashable { case v1, v2 }

  package init(
    _ identifiers: [String], applicationID: String = GUID.random(), name: String = "api",
    tokenVersion: TokenVersion = .v2, requiresAssignment: Bool = false,
    hasHeaderNonce: Bool = false, isOpaque: Bool = false
  ) {
    self.identifiers = identifiers
    self.applicationID = applicationID
    self.name = name
    self.tokenVersion = tokenVersion
    self.requiresAssignment = requiresAssignment
    self.hasHeaderNonce = hasHeaderNonce
    self.isOpaque = isOpaque
  }

  static func graph(_ cloud: SimulatedCloud) -> Self {
    let id = "00000003-0000-0000-c000-000000000000"
    return Self(
      cloud.graphHosts.flatMap { ["https://\($0)", "https://\($0)/"] } + [id], applicationID: id,
      name: "Microsoft Graph", tokenVersion: .v1, hasHeaderNonce: true)
  }

  static func management(_ cloud: SimulatedCloud) -> Self {
    let id = "797f4846-ba00-4fd7-ba43-dac1f8f63013"
    return Self(
      ["https://\(cloud.managementHost)", "https://\(cloud.managementHost)/", id],
      applicationID: id, name: "Azure Service Management", tokenVersion: .v1)
  }
}
