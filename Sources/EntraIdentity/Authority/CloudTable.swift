extension Cloud {
  /// Every cloud that is publicly known, the worldwide one first.
  ///
  /// What nobody has verified is left out rather than inferred: a wrong Graph host would send a
  /// token request for a resource that is somebody else's.
  public static let all: [Cloud] = [
    worldwide, usGovernment, usGovernmentLegacy, china, germanyLegacy,
    sovereign(id: "bleu", name: "Bleu (France)", domain: "sovcloud-identity.fr"),
    sovereign(id: "delos", name: "Delos (Germany)", domain: "sovcloud-identity.de"),
    sovereign(id: "govsg", name: "GovSG (Singapore)", domain: "sovcloud-identity.sg"),
    preProduction,
  ]

  /// The worldwide cloud, in which GCC tenants live too. It answers instance discovery for every host
  /// that is in no other cloud's domain.
  public static let worldwide = Cloud(
    id: "public", name: "Worldwide", status: .active,
    aliases: [
      "login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net",
    ],
    legacyAliases: ["login.windows.net", "sts.windows.net"],
    graphHosts: ["graph.microsoft.com"],
    managementHosts: ["management.azure.com", "management.core.windows.net"],
    keyVaultSuffix: "vault.azure.net", b2cSuffix: "b2clogin.com", ciamSuffix: "ciamlogin.com",
    regionalSuffix: "login.microsoft.com", federatedAudience: "api://AzureADTokenExchange",
    portalHost: "portal.azure.com", regionScopes: ["NA", "EU", "AS"])

  /// GCC High and DoD: one login host, two Graph hosts.
  static let usGovernment = Cloud(
    id: "usgov", name: "US Government (GCC High and DoD)", status: .active,
    aliases: ["login.microsoftonline.us", "login.usgovcloudapi.net"],
    legacyAliases: ["login.usgovcloudapi.net"],
    graphHosts: ["graph.microsoft.us", "dod-graph.microsoft.us"],
    managementHosts: ["management.usgovcloudapi.net", "management.core.usgovcloudapi.net"],
    keyVaultSuffix: "vault.usgovcloudapi.net", b2cSuffix: "b2clogin.us",
    regionalSuffix: "login.microsoftonline.us",
    federatedAudience: "api://AzureADTokenExchangeUSGov", portalHost: "portal.azure.us",
    regionScopes: ["USGov"])

  /// An entry of its own in instance metadata, an alias of neither cloud.
  static let usGovernmentLegacy = Cloud(
    id: "usgov-legacy", name: "US Government (former host)", status: .legacy,
    aliases: ["login-us.microsoftonline.com"], legacyAliases: ["login-us.microsoftonline.com"])

  /// The issuer is on the partner host whichever of the two is asked.
  static let china = Cloud(
    id: "china", name: "China (21Vianet)", status: .active,
    aliases: ["login.partner.microsoftonline.cn", "login.chinacloudapi.cn"],
    legacyAliases: ["login.chinacloudapi.cn"],
    graphHosts: ["microsoftgraph.chinacloudapi.cn"],
    managementHosts: ["management.chinacloudapi.cn", "management.core.chinacloudapi.cn"],
    keyVaultSuffix: "vault.azure.cn", b2cSuffix: "b2clogin.cn",
    regionalSuffix: "login.partner.microsoftonline.cn", portalHost: "portal.azure.cn")

  /// Closed on 29 October 2021; not the new Delos.
  static let germanyLegacy = Cloud(
    id: "germany-legacy", name: "Germany (closed in 2021)", status: .closed,
    aliases: ["login.microsoftonline.de"], graphHosts: ["graph.microsoft.de"],
    managementHosts: ["management.microsoftazure.de", "management.core.cloudapi.de"],
    keyVaultSuffix: "vault.microsoftazure.de", b2cSuffix: "b2clogin.de")

  /// In the table so that nobody mistakes it for an unknown host.
  static let preProduction = Cloud(
    id: "ppe", name: "Microsoft pre-production", status: .internal,
    aliases: ["login.windows-ppe.net", "sts.windows-ppe.net", "login.microsoft-ppe.com"],
    graphHosts: ["graph.microsoft-ppe.com"])

  /// The sovereign clouds of 2025 and 2026: only the login host is public.
  private static func sovereign(id: String, name: String, domain: String) -> Cloud {
    Cloud(
      id: id, name: name, status: .active, aliases: ["login.\(domain)"],
      regionalSuffix: "login.\(domain)")
  }
}
