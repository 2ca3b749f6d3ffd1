/// A snake_case name in the words of a reader: `tls_roots` is `TLS roots`.
enum FactName {
  /// What is written in capitals, or otherwise than its letters.
  private static let special = [
    "aadsts": "AADSTS", "ca": "CA", "cpu": "CPU", "dns": "DNS", "http": "HTTP", "https": "HTTPS",
    "id": "id", "ids": "ids", "ip": "IP", "ipv4": "IPv4", "ipv6": "IPv6", "jwks": "JWKS",
    "json": "JSON", "jwt": "JWT", "ntp": "NTP", "os": "OS", "sha1": "SHA-1", "sha256": "SHA-256",
    "sqlite": "SQLite", "ssl": "SSL", "tls": "TLS", "uri": "URI", "url": "URL", "utc": "UTC",
    "wal": "WAL",
  ]

  /// With a capital at the start, for a list of its own.
  static func title(_ name: String) -> String { Wording.capitalized(words(name)) }

  /// Within a sentence.
  static func words(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "_")) else { return special[name] ?? name }
    return name.split(separator: "_").map { special[String($0)] ?? String($0) }.joined(
      separator: " ")
  }
}
