/// Who asks, as the service's own statistics and logs name it.
public struct ProductIdentity: Hashable, Sendable {
  /// The library's name: `x-client-sku`.
  public let sku: String
  /// The library's version: `x-client-ver`.
  public let version: String
  /// `User-Agent`.
  public let userAgent: String
  /// The application's name: `x-app-name`.
  public let appName: String?
  /// The application's version: `x-app-ver`.
  public let appVersion: String?

  /// This library, for programs that do not name themselves.
  public static let library = ProductIdentity(version: "0.1.0")

  /// Makes an identity.
  /// - Parameters:
  ///   - sku: The library's name.
  ///   - version: The library's version.
  ///   - userAgent: `User-Agent`; nil for name and version.
  ///   - appName: The application's name, where the service is to know it.
  ///   - appVersion: The application's version.
  public init(
    sku: String = "EntraIdentity.Swift", version: String, userAgent: String? = nil,
    appName: String? = nil, appVersion: String? = nil
  ) {
    self.sku = sku
    self.version = version
    self.userAgent = userAgent ?? "\(sku)/\(version)"
    self.appName = appName
    self.appVersion = appVersion
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
