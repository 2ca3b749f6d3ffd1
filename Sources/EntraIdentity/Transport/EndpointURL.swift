import Foundation

/// An absolute `https` URL to which something may be sent.
///
/// The type is the proof that the scheme is https and that neither user info nor a fragment is in
/// it; host and scheme are lower case, a port of 443 is left out (RFC 3986, section 6.2.3).
public struct EndpointURL: Hashable, Sendable, CustomStringConvertible {
  /// The host name or address literal, in lower case; an IPv6 literal keeps its brackets.
  public let host: String
  /// The port, where it is written and not 443.
  public let port: Int?
  /// The path, which is empty or starts with a slash, with percent-encoding as written.
  public let path: String
  /// The query without its question mark.
  public let query: String?

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

  /// Longer than any endpoint, and short enough to be kept and printed.
  private static let maximumLength = 4096

  /// Parses a URL.
  /// - Parameter text: The URL, as written.
  /// - Throws: ``Problem``, the first that is found.
  public init(_ text: String) throws(Problem) {
    guard text.utf8.count <= Self.maximumLength else { throw .malformed }
    // A URL is printable ASCII; blanks, quotes, brackets and controls are how one text hides in
    // another.
    for byte in text.utf8
    where byte <= 0x20 || byte >= 0x7F || "\"<>\\^`{|}".utf8.contains(byte) {
      throw .malformed
    }
    guard let colon = text.range(of: "://") else { throw .malformed }
    let scheme = text[..<colon.lowerBound]
    guard scheme.lowercased() == "https" else { throw .notHTTPS(String(scheme)) }
    var rest = text[colon.upperBound...]
    if rest.contains("#") { throw .fragment }
    var query: String?
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash]
    if authority.contains("@") { throw .userInfo }
    var host = authority
    var port: Int?
    let afterLiteral = authority.lastIndex(of: "]") ?? authority.startIndex
    if let mark = authority[afterLiteral...].lastIndex(of: ":") {
      host = authority[..<mark]
      let digits = authority[authority.index(after: mark)...]
      guard let number = UInt16(digits), number > 0, digits.allSatisfy(\.isNumber) else {
        throw .badPort
      }
      port = Int(number)
    }
    guard !host.isEmpty, host != "[]" else { throw .noHost }
    guard HostSyntax.isValid(host), Self.isPath(rest[slash...]),
      query.map(Self.hasWholeEscapes) ?? true
    else { throw .malformed }
    self.host = host.lowercased()
    self.port = port == 443 ? nil : port
    self.path = String(rest[slash...])
    self.query = query
  }

  /// Escapes are whole, and no segment is `.` or `..` in any spelling: whoever removes dot segments
  /// (RFC 3986, section 5.2.4) would ask for another path than the one that was checked.
  private static func isPath(_ path: Substring) -> Bool {
    guard hasWholeEscapes(path) else { return false }
    return path.split(separator: "/").allSatisfy { segment in
      let plain = segment.lowercased().replacing("%2e", with: ".")
      return plain != "." && plain != ".."
    }
  }

  private static func hasWholeEscapes(_ text: some StringProtocol) -> Bool {
    text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().allSatisfy { rest in
      let digits = rest.prefix(2)
      // An escaped NUL ends the path for some servers.
      return digits.count == 2 && digits.allSatisfy(\.isHexDigit) && digits != "00"
    }
  }

  /// Scheme, host and port: what RFC 6454 calls the origin.
  public var origin: String {
    "https://" + host + (port.map { ":\($0)" } ?? "")
  }

  /// The URL as text.
  public var description: String {
    origin + path + (query.map { "?" + $0 } ?? "")
  }
}
