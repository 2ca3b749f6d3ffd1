/// Whose tokens belong together: one application's in one tenant of one cloud, requested with the
/// same further parameters. Tokens of two partitions never stand for each other.
public struct TokenPartition: Hashable, Sendable {
  /// The cloud's usual host, whichever of its hosts is written; for everybody else the authority's
  /// own host, with its port where that is not 443.
  public let environment: String
  /// The application's `client_id`; for a managed identity its own id.
  public let clientID: String
  /// The tenant: its GUID where it is known, else as it is written; what stands in its place for
  /// families that have none.
  public internal(set) var realm: String
  /// The hash of further request parameters; nil where there are none.
  public let extendedKey: String?

  /// Makes a partition.
  /// - Parameters:
  ///   - environment: The host that stands for the cloud.
  ///   - clientID: The application's `client_id`.
  ///   - realm: The tenant, in lower case.
  ///   - extendedKey: The hash of further request parameters.
  public init(environment: String, clientID: String, realm: String, extendedKey: String? = nil) {
    self.environment = environment
    self.clientID = clientID
    self.realm = realm
    self.extendedKey = extendedKey
  }

  /// Every host that is one with the environment.
  public var hosts: [String] { Cloud.known(host: environment)?.aliases ?? [environment] }
}

extension Authority {
  /// The host that stands for all hosts where a tenant of this authority is the same.
  var environment: String {
    if isOnCloudHost, let cloud { return cloud.host }
    return host + (port.map { ":\($0)" } ?? "")
  }

  /// What tells this authority's tokens from others of the same host. Each dSTS tenant, each B2C
  /// policy and each generic issuer is one of its own, even where they share a host.
  /// - Parameter tenantID: The tenant's GUID, where it is known.
  /// - Returns: The realm.
  func realm(tenantID: TenantID?) -> String {
    switch kind {
    case .entra, .ciam: (tenantID ?? tenant)?.description ?? ""
    case .adfs: "adfs"
    case .b2c, .dsts: String(url.path.dropFirst()).lowercased()
    case .oidc: url.path.isEmpty ? "/" : url.path
    }
  }
}
