import Foundation

/// Which texts may stand as the host of a URL (RFC 3986, section 3.2.2), and nothing looser:
/// what two programs read differently is how a request ends up at another host than the one that
/// was checked.
enum HostSyntax {
  static func isValid(_ host: ArraySlice<UInt8>) -> Bool {
    if host.first == UInt8(ascii: "[") {
      return host.last == UInt8(ascii: "]") && isIPv6(text(host.dropFirst().dropLast()))
    }
    guard host.count <= 253 else { return false }
    // A final dot gives an empty label: "host." and "host" would be two cache keys.
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.allSatisfy(isLabel), let last = labels.last else { return false }
    // `127.1`, `2130706433` and `0x7f000001` are addresses to a resolver and names to a reader.
    let isNumeric =
      last.allSatisfy { (0x30...0x39).contains($0) }
      || last.starts(with: "0x".utf8) || last.starts(with: "0X".utf8)
    return isNumeric ? isIPv4(text(host)) : true
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> Substring {
    Substring(decoding: bytes, as: UTF8.self)
  }

  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    // RFC 1123, section 2.1, and the underscore that some internal names have.
    let hyphen = UInt8(ascii: "-")
    return !label.isEmpty && label.count <= 63 && label.first != hyphen && label.last != hyphen
      && label.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen, UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  private static func isIPv4(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        // A leading zero means octal to some resolvers.
        part.utf8.count <= 3 && (part == "0" || !part.hasPrefix("0")) && UInt8(part) != nil
      }
  }

  /// RFC 4291, section 2.2, without zones.
  private static func isIPv6(_ text: Substring) -> Bool {
    guard let gap = text.range(of: "::") else { return groups(text, mayEndIPv4: true) == 8 }
    let head = text[..<gap.lowerBound]
    let tail = text[gap.upperBound...]
    guard let before = head.isEmpty ? 0 : groups(head, mayEndIPv4: false),
      let after = tail.isEmpty ? 0 : groups(tail, mayEndIPv4: true)
    else { return false }
    return before + after <= 7
  }

  private static func groups(_ text: Substring, mayEndIPv4: Bool) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var count = 0
    for (index, part) in parts.enumerated() {
      if mayEndIPv4, index == parts.count - 1, part.contains(".") {
        guard isIPv4(part) else { return nil }
        count += 2
      } else {
        guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit) else { return nil }
        count += 1
      }
    }
    return count
  }
}
