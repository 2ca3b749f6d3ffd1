/// Which hosts are reached without the proxy: the rules of `NO_PROXY`.
///
/// There is no standard for them. As in curl and Go, an entry matches the host itself and all names
/// below it, with or without a leading dot; `*` matches everything; an entry with a port matches
/// that port only. Address ranges (`10.0.0.0/8`) match nothing: the hosts here are names.
public struct ProxyBypass: Hashable, Sendable {
  private struct Rule: Hashable {
    let host: String
    let port: Int?
  }

  private let rules: [Rule]
  private let matchesAll: Bool

  /// Parses the rules.
  /// - Parameter text: Entries between commas or blanks.
  public init(_ text: String) {
    var rules: [Rule] = []
    var matchesAll = false
    for entry in text.lowercased().split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      if entry == "*" {
        matchesAll = true
        continue
      }
      var host = entry
      var port: Int?
      let afterLiteral = entry.lastIndex(of: "]") ?? entry.startIndex
      // A bare IPv6 literal has several colons and no port.
      if let colon = entry[afterLiteral...].lastIndex(of: ":"),
        entry.hasPrefix("[") || entry.firstIndex(of: ":") == colon
      {
        guard let number = UInt16(entry[entry.index(after: colon)...]) else { continue }
        port = Int(number)
        host = entry[..<colon]
      }
      if host.hasPrefix("*.") { host = host.dropFirst() }
      if host.hasPrefix(".") { host = host.dropFirst() }
      if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
      if !host.isEmpty { rules.append(Rule(host: String(host), port: port)) }
    }
    self.rules = rules
    self.matchesAll = matchesAll
  }

  /// Whether a URL is reached without the proxy.
  /// - Parameter url: The URL.
  /// - Returns: True where a rule matches its host and port.
  public func contains(_ url: EndpointURL) -> Bool {
    if matchesAll { return true }
    let host = url.host.hasPrefix("[") ? String(url.host.dropFirst().dropLast()) : url.host
    return rules.contains { rule in
      (rule.port ?? url.port ?? 443) == (url.port ?? 443)
        && (host == rule.host || host.hasSuffix("." + rule.host))
    }
  }
}
