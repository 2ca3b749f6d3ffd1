/// An absolute `https` URL to which something may be sent.
///
/// The type is the proof that the scheme is https and that neither user info nor a fragment is in
/// it; host and scheme are lower case, a port of 443 is left out (RFC 3986, section 6.2.3).
public struct EndpointURL: Hashable, Sendable, CustomStringConvertible {
  private let parts: URLParts

  /// Why a text is not an endpoint.
  public enum Problem: Error, Hashable, Sendable {
    /// Not of the form `scheme://host…`, or with characters that a URL may not have.
    case malformed
    /// Another scheme than https; the scheme as written.
    case notHTTPS(String)
    /// No host.
    case noHost
    /// The port is not a number from 1 to 65535.
    case badPort
    /// User info before the host: `https://login.microsoftonline.com@evil.example/`.
    case userInfo
    /// A fragment, which no server would see.
    case fragment
  }

  /// Parses a URL.
  /// - Parameter text: The URL, as written.
  /// - Throws: ``Problem``, the first that is found.
  public init(_ text: String) throws(Problem) {
    parts = try URLParts(text, schemes: Self.schemes)
  }

  /// Parses a URL that is not an endpoint's own but one that a service made, and that may be longer.
  /// - Parameters:
  ///   - text: The URL, as written.
  ///   - longest: In bytes.
  /// - Throws: ``Problem``, the first that is found.
  package init(_ text: String, longest: Int) throws(Problem) {
    parts = try URLParts(text, schemes: Self.schemes, longest: longest)
  }

  /// Another place on the same server.
  /// - Parameters:
  ///   - other: The URL whose server it is.
  ///   - path: The path: empty, or from the first slash on, without a query.
  /// - Throws: ``Problem`` where it is no path.
  init(on other: EndpointURL, path: String) throws(Problem) {
    parts = try URLParts(on: other.parts, path: path)
  }

  private static let schemes: Set<String> = ["https"]

  /// The host name or address literal, in lower case; an IPv6 literal keeps its brackets.
  public var host: String { parts.host }

  /// The port, where it is written and not 443.
  public var port: Int? { parts.port }

  /// The path, which is empty or starts with a slash, with percent-encoding as written.
  public var path: String { parts.path }

  /// The query without its question mark.
  public var query: String? { parts.query }

  /// Scheme, host and port: what RFC 6454 calls the origin.
  public var origin: String { parts.origin }

  /// The URL as text.
  public var description: String { parts.text }
}
