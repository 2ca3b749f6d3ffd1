/// The fixed ids of the questions that are asked, in the order in which they are asked.
package enum CheckID: String, Sendable, Hashable, CaseIterable, Codable {
  case authorityURL = "authority.url"
  case authorityInstance = "authority.instance"
  case authorityDiscovery = "authority.discovery"
  case authorityIssuer = "authority.issuer"
  case authorityEndpoints = "authority.endpoints"
  case authorityTenant = "authority.tenant"
  case authorityCloud = "authority.cloud"
  case authorityKeys = "authority.keys"
  case directoryAccess = "directory.access"
  case credentialSource = "credential.source"
  case credentialExpiry = "credential.expiry"
  case credentialAcquisition = "credential.acquisition"
  case credentialToken = "credential.token"
  case directoryApplication = "directory.application"
  case directoryCredential = "directory.credential"

  /// Whether anybody may answer for what it finds. Nobody can for an issuer or an endpoint that is
  /// not the authority's: secrets would go to a stranger.
  package var isSuppressible: Bool {
    switch self {
    case .authorityIssuer, .authorityEndpoints: false
    default: true
    }
  }
}
