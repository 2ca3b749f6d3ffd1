/// One of the service's clouds: its hosts and the names that its documents use.
package enum SimulatedCloud: Sendable, Hashable {
  case worldwide
  case usGovernment
  case china
  /// A cloud of its own on other hosts, the first of which is the issuer's.
  case custom([String])

  /// Every host of the cloud, the preferred one first.
  package var hosts: [String] {
    switch self {
    case .worldwide:
      [
        "login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net",
      ]
    case .usGovernment: ["login.microsoftonline.us", "login.usgovcloudapi.net"]
    case .china: ["login.partner.microsoftonline.cn", "login.chinacloudapi.cn"]
    case .custom(let hosts): hosts
    }
  }

  var graphHost: String { graphHosts[0] }

  /// Every host of the cloud's Graph, the preferred one first.
  var graphHosts: [String] {
    switch self {
    case .worldwide, .custom: ["graph.microsoft.com"]
    case .usGovernment: ["graph.microsoft.us", "dod-graph.microsoft.us"]
    case .china: ["microsoftgraph.chinacloudapi.cn"]
    }
  }

  var managementHost: String {
    switch self {
    case .worldwide, .custom: "management.azure.com"
    case .usGovernment: "management.usgovcloudapi.net"
    case .china: "management.chinacloudapi.cn"
    }
  }

  /// The host that a document or token names as issuer when it is asked for at `host`.
  ///
  /// Recorded: China's issuer is on the partner host whichever host is asked, and the document of
  /// login.windows.net names itself.
  func issuerHost(askedAt host: String) -> String {
    switch self {
    case .worldwide where host == "login.windows.net": host
    case .custom where hosts.isEmpty: host
    default: hosts[0]
    }
  }

  /// The issuer of tokens in the version 1 form, up to the tenant.
  var legacyIssuer: String {
    switch self {
    case .worldwide, .usGovernment, .custom: "https://sts.windows.net/"
    case .china: "https://sts.chinacloudapi.cn/"
    }
  }

  /// What discovery calls the cloud, by the host that was asked.
  func instanceName(askedAt host: String) -> String {
    switch self {
    case .worldwide where host == "login.windows.net": "windows.net"
    case .worldwide, .custom: "microsoftonline.com"
    case .usGovernment: "microsoftonline.us"
    case .china: "partner.microsoftonline.cn"
    }
  }

  /// Suffixes of the hosts that serve one region: `{region}.login.microsoft.com`.
  var regionalSuffix: String? {
    switch self {
    case .worldwide: ".login.microsoft.com"
    case .usGovernment: ".login.microsoftonline.us"
    case .china: ".login.partner.microsoftonline.cn"
    case .custom: nil
    }
  }

  /// The audience that a federated assertion must have.
  package var federatedAudience: String {
    self == .usGovernment ? "api://AzureADTokenExchangeUSGov" : "api://AzureADTokenExchange"
  }

  /// The groups of hosts that instance discovery lists, as recorded.
  static let listed: [(preferred: String, cache: String, aliases: [String])] = [
    ("login.microsoftonline.com", "login.windows.net", SimulatedCloud.worldwide.hosts),
    (
      "login.partner.microsoftonline.cn", "login.partner.microsoftonline.cn",
      SimulatedCloud.china.hosts
    ),
    ("login.microsoftonline.de", "login.microsoftonline.de", ["login.microsoftonline.de"]),
    (
      "login.microsoftonline.us", "login.microsoftonline.us", SimulatedCloud.usGovernment.hosts
    ),
    (
      "login-us.microsoftonline.com", "login-us.microsoftonline.com",
      ["login-us.microsoftonline.com"]
    ),
  ]
}
