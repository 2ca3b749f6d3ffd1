/// What a request's URL points at.
struct Place: Sendable {
  var endpoint: ScriptStep.Endpoint
  var version = SimulatedResource.TokenVersion.v2
  /// The tenant as the URL writes it.
  var tenantName = ""
  var tenant: SimulatedTenant?
  /// The family that the host belongs to, known even where the tenant is not.
  var family: SimulatedFamily
  /// The cloud whose names documents and tokens use.
  var cloud: SimulatedCloud { family.cloud }
  /// A B2C policy, as the URL writes it.
  var policy: String?
  var policyIsInQuery = false

  static let aliases: Set<String> = ["common", "organizations", "consumers"]
  static let consumers = "9188040d-6c67-4c5b-b112-36a304b66dad"

  /// The end of a path that says which endpoint is meant.
  struct Tail {
    let endpoint: ScriptStep.Endpoint
    let version: SimulatedResource.TokenVersion

    init?(_ segments: some Collection<Substring>) {
      switch segments.joined(separator: "/") {
      case "v2.0/.well-known/openid-configuration": (endpoint, version) = (.discovery, .v2)
      case ".well-known/openid-configuration": (endpoint, version) = (.discovery, .v1)
      case "discovery/v2.0/keys": (endpoint, version) = (.keys, .v2)
      case "discovery/keys": (endpoint, version) = (.keys, .v1)
      case "oauth2/v2.0/token": (endpoint, version) = (.token, .v2)
      case "oauth2/token": (endpoint, version) = (.token, .v1)
      case "discovery/instance": (endpoint, version) = (.instanceDiscovery, .v1)
      default: return nil
      }
    }
  }
}
