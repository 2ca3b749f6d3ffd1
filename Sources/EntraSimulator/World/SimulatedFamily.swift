/// What kind of authority a tenant is, and where it lives.
package enum SimulatedFamily: Sendable, Hashable {
  /// A directory of Entra ID, on every host of its cloud.
  case entra(SimulatedCloud)
  /// A B2C directory at `host/{tenant}/{policy}`.
  case b2c(host: String, policies: [String])
  /// A directory of External ID at `{subdomain}.ciamlogin.com`.
  case ciam(subdomain: String)
  /// A federation server at `host/adfs`.
  case adfs(host: String)
  /// An OpenID issuer at `https://host` followed by a path, which is empty or starts with a slash.
  case oidc(host: String, path: String)

  var cloud: SimulatedCloud {
    if case .entra(let cloud) = self { return cloud }
    return .worldwide
  }

  /// Whether errors, tokens and checks are those of the Microsoft identity platform.
  var isPlatform: Bool {
    switch self {
    case .entra, .b2c, .ciam: true
    case .adfs, .oidc: false
    }
  }
}
