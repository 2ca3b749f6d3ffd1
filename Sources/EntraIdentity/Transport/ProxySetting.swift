/// Whether connections go through a proxy, by `CONNECT` (RFC 9110, section 9.3.6).
public enum ProxySetting: Sendable {
  /// Straight to the host.
  case none
  /// Through a proxy that is spoken to over plain HTTP; TLS runs through it to the host.
  case fixed(host: String, port: Int, credentials: Secret?)

  /// The proxy's host and port, or `none`; never its credentials.
  public var place: String {
    switch self {
    case .none: "none"
    case .fixed(let host, let port, _): "\(host):\(port)"
    }
  }

  /// Parses a proxy's address as environment variables have it.
  /// - Parameters:
  ///   - text: `host`, `host:port` or `http://[user:password@]host[:port]`; the port is 80 where
  ///     none is written, as in every http URL.
  ///   - place: The variable, for the error.
  /// - Throws: ``NetworkConfigurationProblem``, which never holds the text: a password may be in it.
  public init(_ text: String, place: String) throws(NetworkConfigurationProblem) {
    let bad = NetworkConfigurationProblem(.badProxyAddress, place: place)
    var rest = text[...]
    if let mark = rest.firstRange(of: "://") {
      let scheme = rest[..<mark.lowerBound].lowercased()
      guard scheme == "http" else {
        // Anything but letters before the mark may be part of a password.
        guard !scheme.isEmpty, scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { throw bad }
        throw NetworkConfigurationProblem(.unsupportedProxy(scheme: scheme), place: place)
      }
      rest = rest[mark.upperBound...]
    }
    if let slash = rest.firstIndex(of: "/") {
      guard rest[slash...] == "/" else { throw bad }
      rest = rest[..<slash]
    }
    var credentials: Secret?
    // A raw "@" in a password is common; a host never has one, so the last one separates.
    if let at = rest.lastIndex(of: "@") {
      guard let decoded = Self.percentDecoded(rest[..<at]) else { throw bad }
      // RFC 7617 wants a colon between user and password, also where there is no password.
      credentials = Secret(decoded.contains(":") ? decoded : decoded + ":")
      rest = rest[rest.index(after: at)...]
    }
    // An EndpointURL knows what a host and a port may look like.
    guard let url = try? EndpointURL("https://\(rest)"), url.path.isEmpty, url.query == nil else {
      throw bad
    }
    let hasPort = rest.hasSuffix(":443")
    self = .fixed(
      host: url.host.trimmingBrackets, port: url.port ?? (hasPort ? 443 : 80),
      credentials: credentials)
  }

  private static func percentDecoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst(), let low = rest.popFirst(),
        let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

extension String {
  /// An IPv6 literal without the brackets that it has in a URL.
  fileprivate var trimmingBrackets: String {
    hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
  }
}
