/// Who asks, as the service's own statistics and logs name it.
public struct ProductIdentity: Hashable, Sendable {
  /// The library's name: `x-client-sku`.
  public let sku: String
  /// The library's version: `x-client-ver`.
  public let version: String
  /// `User-Agent`.
  public let userAgent: String

  /// Makes an identity.
  /// - Parameters:
  ///   - sku: The library's name.
  ///   - version: The library's version.
  ///   - userAgent: `User-Agent`; nil for name and version.
  public init(sku: String = "EntraIdentity.Swift", version: String, userAgent: String? = nil) {
    self.sku = sku
    self.version = version
    self.userAgent = userAgent ?? "\(sku)/\(version)"
  }

  /// The operating system: `x-client-os`.
  var system: String {
    #if os(Linux)
      "linux"
    #elseif os(macOS)
      "darwin"
    #else
      "other"
    #endif
  }
}
