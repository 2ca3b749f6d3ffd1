/// The URL of a platform's token endpoint: the one place where plain http may be spoken.
///
/// The type is the proof that what is sent stays on the machine or its own link, or goes by https:
/// the platform's header secret and the token would otherwise cross a network in clear. A variable
/// that names another host over http is refused, whoever has set it.
public struct PlatformURL: Hashable, Sendable, CustomStringConvertible {
  private var parts: URLParts

  /// Parses a URL.
  /// - Parameter text: The URL, as written: https to any host, or http to `localhost`, 127/8,
  ///   `::1`, 169.254/16 or fe80::/10.
  /// - Throws: ``EndpointURL/Problem``, the first that is found; ``EndpointURL/Problem/notHTTPS(_:)``
  ///   also for http to another host.
  public init(_ text: String) throws(EndpointURL.Problem) {
    parts = try URLParts(text, schemes: ["http", "https"])
    guard parts.scheme == "https" || LocalHost.contains(parts.host) else {
      throw .notHTTPS(parts.scheme)
    }
  }

  /// Whether it goes by TLS.
  public var isHTTPS: Bool { parts.scheme == "https" }

  /// The host name or address literal, in lower case; an IPv6 literal keeps its brackets.
  public var host: String { parts.host }

  /// Scheme, host and port: what RFC 6454 calls the origin.
  public var origin: String { parts.origin }

  /// The path, which is empty or starts with a slash.
  public var path: String { parts.path }

  /// The URL as text, with its query.
  public var description: String { parts.text }

  /// The URL with further parameters in its query, each name and value encoded.
  func adding(_ parameters: [(name: String, value: String)]) -> PlatformURL {
    let encoded = parameters.map {
      FormEncoding.encoded($0.name) + "=" + FormEncoding.encoded($0.value)
    }
    var result = self
    result.parts.query = ([parts.query].compactMap(\.self).filter { !$0.isEmpty } + encoded)
      .joined(separator: "&")
    return result
  }
}
