/// Resources whose URI and GUID are known to be one and the same API, so that a token may name
/// either as its audience.
enum KnownResource {
  private static let graph = "00000003-0000-0000-c000-000000000000"
  private static let management = "797f4846-ba00-4fd7-ba43-dac1f8f63013"

  private static let pairs: [Set<String>] = [
    ["https://graph.microsoft.com", graph],
    ["https://graph.microsoft.us", graph],
    ["https://dod-graph.microsoft.us", graph],
    ["https://microsoftgraph.chinacloudapi.cn", graph],
    ["https://management.azure.com", "https://management.core.windows.net", management],
    [
      "https://management.usgovcloudapi.net", "https://management.core.usgovcloudapi.net",
      management,
    ],
    [
      "https://management.chinacloudapi.cn", "https://management.core.chinacloudapi.cn", management,
    ],
    ["https://vault.azure.net", "cfa8b339-82a2-471a-a3c9-0fc0be7a4093"],
  ]

  /// Every name of the resource, the given one first; only the given one where no other is known.
  static func names(of resource: String) -> [String] {
    let bare = resource.hasSuffix("/") ? String(resource.dropLast()) : resource
    guard let pair = pairs.first(where: { $0.contains(bare) }) else { return [resource] }
    return [bare] + pair.subtracting([bare]).sorted()
  }
}
