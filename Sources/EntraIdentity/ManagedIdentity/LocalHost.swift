import Foundation

/// Which hosts are this machine or its own link, so that what is sent to them is seen by no router.
enum LocalHost {
  /// `localhost`, 127/8 (RFC 1122, section 3.2.1.3), `::1`, 169.254/16 (RFC 3927) and fe80::/10
  /// (RFC 4291, section 2.5.6). Another name is none of them, whatever it resolves to: it may
  /// resolve to something else a moment later.
  /// - Parameter host: A host as a checked URL has it; an IPv6 literal in brackets.
  /// - Returns: Whether it is one of them.
  static func contains(_ host: String) -> Bool {
    if host == "localhost" { return true }
    if host.hasPrefix("[") {
      guard let bytes = bytes(of: String(host.dropFirst().dropLast()), AF_INET6, count: 16) else {
        return false
      }
      let isLoopback = bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
      return isLoopback || (bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80)
    }
    guard let bytes = bytes(of: host, AF_INET, count: 4) else { return false }
    return bytes[0] == 127 || bytes.starts(with: [169, 254])
  }

  private static func bytes(of literal: String, _ family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, literal, &bytes) == 1 ? bytes : nil
  }
}
