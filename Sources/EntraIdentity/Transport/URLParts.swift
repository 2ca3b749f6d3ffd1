/// An absolute URL taken apart, by rules that leave nothing for two programs to read differently.
struct URLParts: Hashable, Sendable {
  /// In lower case.
  let scheme: String
  /// In lower case; an IPv6 literal keeps its brackets.
  let host: String
  /// Where it is written and not the scheme's own.
  let port: Int?
  /// Empty, or from the first slash on; percent-encoding as written.
  let path: String
  /// Without its question mark.
  var query: String?

  /// Longer than any endpoint, and short enough to be kept and printed.
  private static let maximumLength = 4096

  private static let ports = ["http": 80, "https": 443]

  /// Takes a URL apart.
  /// - Parameters:
  ///   - text: The URL, as written.
  ///   - schemes: Which schemes it may have, in lower case.
  /// - Throws: The first problem that is found.
  init(_ text: String, schemes: Set<String>) throws(EndpointURL.Problem) {
    guard text.utf8.count <= Self.maximumLength else { throw .malformed }
    // A URL is printable ASCII; blanks, quotes, brackets and controls are how one text hides in
    // another.
    for byte in text.utf8
    where byte <= 0x20 || byte >= 0x7F || "\"<>\\^`{|}".utf8.contains(byte) {
      throw .malformed
    }
    guard let colon = text.firstRange(of: "://") else { throw .malformed }
    let scheme = text[..<colon.lowerBound]
    guard schemes.contains(scheme.lowercased()) else { throw .notHTTPS(String(scheme)) }
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
    self.scheme = scheme.lowercased()
    self.host = host.lowercased()
    self.port = port == Self.ports[self.scheme] ? nil : port
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
  var origin: String { scheme + "://" + host + (port.map { ":\($0)" } ?? "") }

  /// The URL as text.
  var text: String { origin + path + (query.map { "?" + $0 } ?? "") }
}
