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

  private static func usualPort(of scheme: String) -> Int? {
    switch scheme {
    case "https": 443
    case "http": 80
    default: nil
    }
  }

  /// Takes a URL apart.
  /// - Parameters:
  ///   - text: The URL, as written.
  ///   - schemes: Which schemes it may have, in lower case.
  ///   - longest: In bytes.
  /// - Throws: The first problem that is found.
  init(
    _ text: String, schemes: Set<String>, longest: Int = usualLongest
  ) throws(EndpointURL.Problem) {
    // A character is a byte here, and bytes are what is looked at: characters take many times as long.
    let bytes = Array(text.utf8)
    guard bytes.count <= longest, bytes.allSatisfy(Self.isAllowed),
      let colon = Self.endOfScheme(in: bytes[...])
    else { throw .malformed }
    let scheme = Self.text(bytes[..<colon]).lowercased()
    guard schemes.contains(scheme) else { throw .notHTTPS(Self.text(bytes[..<colon])) }
    var rest = bytes[(colon + 3)...]
    if rest.contains(UInt8(ascii: "#")) { throw .fragment }
    var query: ArraySlice<UInt8>?
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[(mark + 1)...]
      rest = rest[..<mark]
    }
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    let authority = rest[..<slash]
    if authority.contains(UInt8(ascii: "@")) { throw .userInfo }
    var host = authority
    var port: Int?
    let afterLiteral = authority.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
    if let mark = authority[afterLiteral...].lastIndex(of: UInt8(ascii: ":")) {
      host = authority[..<mark]
      let digits = authority[(mark + 1)...]
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = UInt16(Self.text(digits)), number > 0
      else { throw .badPort }
      port = Int(number)
    }
    guard !host.isEmpty, !host.elementsEqual("[]".utf8) else { throw .noHost }
    guard HostSyntax.isValid(host), Self.isPath(rest[slash...]),
      query.map(Self.hasWholeEscapes) ?? true
    else { throw .malformed }
    self.scheme = scheme
    self.host = Self.text(host).lowercased()
    self.port = port == Self.usualPort(of: scheme) ? nil : port
    self.path = Self.text(rest[slash...])
    self.query = query.map(Self.text)
  }

  /// Another place on the same server.
  /// - Parameters:
  ///   - other: The URL whose server it is.
  ///   - path: Its path: empty, or from the first slash on, without a query.
  /// - Throws: `malformed` where it is no path.
  init(on other: URLParts, path: String) throws(EndpointURL.Problem) {
    let bytes = Array(path.utf8)
    guard bytes.count <= Self.usualLongest, bytes.allSatisfy(Self.isAllowed),
      !bytes.contains(UInt8(ascii: "#")), !bytes.contains(UInt8(ascii: "?")),
      bytes.isEmpty || bytes[0] == UInt8(ascii: "/"), Self.isPath(bytes[...])
    else { throw .malformed }
    scheme = other.scheme
    host = other.host
    port = other.port
    self.path = path
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// A URL is printable ASCII; blanks, quotes, brackets and controls are how one text hides in
  /// another.
  static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: true
    }
  }

  /// Where the first `://` begins.
  static func endOfScheme(in bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      if rest[colon...].starts(with: "://".utf8) { return colon }
      rest = rest[(colon + 1)...]
    }
    return nil
  }

  /// Escapes are whole, and no segment is `.` or `..` in any spelling: whoever removes dot segments
  /// (RFC 3986, section 5.2.4) would ask for another path than the one that was checked.
  private static func isPath(_ path: ArraySlice<UInt8>) -> Bool {
    guard hasWholeEscapes(path) else { return false }
    var rest = path
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      rest = rest[(slash + 1)...]
      let segment = rest.prefix { $0 != UInt8(ascii: "/") }
      if !segment.isEmpty, isDots(segment) { return false }
    }
    return true
  }

  private static func isDots(_ segment: ArraySlice<UInt8>) -> Bool {
    var (rest, dots) = (segment, 0)
    while let first = rest.first {
      if first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
      } else if first == UInt8(ascii: "%"),
        rest.starts(with: "%2e".utf8) || rest.starts(with: "%2E".utf8)
      {
        rest = rest.dropFirst(3)
      } else {
        return false
      }
      dots += 1
    }
    return dots <= 2
  }

  private static func hasWholeEscapes(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[(percent + 1)...]
      let digits = rest.prefix(2)
      // An escaped NUL ends the path for some servers.
      guard digits.count == 2, digits.allSatisfy(isHexDigit), !digits.elementsEqual("00".utf8)
      else { return false }
    }
    return true
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  /// Scheme, host and port: what RFC 6454 calls the origin.
  var origin: String { scheme + "://" + host + (port.map { ":\($0)" } ?? "") }

  /// The URL as text.
  var text: String { origin + path + (query.map { "?" + $0 } ?? "") }
}
