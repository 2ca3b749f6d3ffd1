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
  static let usualLongest = 4096

  private static let ports = ["http": 80, "https": 443]

  /// Takes a URL apart.
  /// - Parameters:
  ///   - text: The URL, as written.
  ///   - schemes: Which schemes it may have, in lower case.
  ///   - longest: In bytes.
  /// - Throws: The first problem that is found.
  init(
    _ text: String, schemes: Set<String>, longest: Int = usualLongest
  ) throws(EndpointURL.Problem) {
    guard text.utf8.count <= longest, text.utf8.allSatisfy(Self.isAllowed) else {
      throw .malformed
    }
    // From here on a character is a byte, and bytes are what is looked at: characters take several
    // times as long.
    guard let colon = Self.endOfScheme(in: text) else { throw .malformed }
    let scheme = text[..<colon].lowercased()
    guard schemes.contains(scheme) else { throw .notHTTPS(String(text[..<colon])) }
    var rest = text[text.utf8.index(colon, offsetBy: 3)...]
    if rest.utf8.contains(UInt8(ascii: "#")) { throw .fragment }
    var query: Substring?
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    let authority = rest[..<slash]
    if authority.utf8.contains(UInt8(ascii: "@")) { throw .userInfo }
    var host = authority
    var port: Int?
    let afterLiteral = authority.utf8.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
    if let mark = authority[afterLiteral...].utf8.lastIndex(of: UInt8(ascii: ":")) {
      host = authority[..<mark]
      let digits = authority[authority.utf8.index(after: mark)...]
      guard let number = UInt16(digits), number > 0,
        digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { throw .badPort }
      port = Int(number)
    }
    guard !host.isEmpty, host != "[]" else { throw .noHost }
    guard HostSyntax.isValid(host), Self.isPath(rest[slash...]),
      query.map(Self.hasWholeEscapes) ?? true
    else { throw .malformed }
    self.scheme = scheme
    self.host = host.lowercased()
    self.port = port == Self.ports[scheme] ? nil : port
    self.path = String(rest[slash...])
    self.query = query.map(String.init)
  }

  /// A URL is printable ASCII; blanks, quotes, brackets and controls are how one text hides in
  /// another.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: true
    }
  }

  /// Where the first `://` begins.
  private static func endOfScheme(in text: String) -> String.Index? {
    var rest = text.utf8[...]
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      if rest[colon...].starts(with: "://".utf8) { return colon }
      rest = rest[rest.index(after: colon)...]
    }
    return nil
  }

  /// Escapes are whole, and no segment is `.` or `..` in any spelling: whoever removes dot segments
  /// (RFC 3986, section 5.2.4) would ask for another path than the one that was checked.
  private static func isPath(_ path: Substring) -> Bool {
    guard hasWholeEscapes(path) else { return false }
    return !path.utf8.split(separator: UInt8(ascii: "/")).contains(where: isDots)
  }

  private static func isDots(_ segment: Substring.UTF8View) -> Bool {
    var (rest, dots) = (segment, 0)
    while let first = rest.first {
      if first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
      } else if rest.starts(with: "%2e".utf8) || rest.starts(with: "%2E".utf8) {
        rest = rest.dropFirst(3)
      } else {
        return false
      }
      dots += 1
    }
    return dots <= 2
  }

  private static func hasWholeEscapes(_ text: Substring) -> Bool {
    var rest = text.utf8
    while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[rest.index(after: percent)...]
      let digits = Substring(rest.prefix(2))
      // An escaped NUL ends the path for some servers.
      guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit), digits != "00" else {
        return false
      }
    }
    return true
  }

  /// Scheme, host and port: what RFC 6454 calls the origin.
  var origin: String { scheme + "://" + host + (port.map { ":\($0)" } ?? "") }

  /// The URL as text.
  var text: String { origin + path + (query.map { "?" + $0 } ?? "") }
}
