/// A directory, named by its GUID or by one of its domains.
public enum TenantID: Hashable, Sendable, CustomStringConvertible {
  /// A GUID, in lower case with dashes.
  case guid(String)
  /// A domain, in lower case.
  case domain(String)

  /// Reads a tenant as it stands in a URL or an inventory.
  /// - Parameter text: A GUID with dashes, in any case, or a domain name of two labels or more.
  ///   The words `common`, `organizations` and `consumers` are no tenant: see ``TenantAlias``.
  public init?(_ text: String) {
    if let guid = Self.guid(in: text) {
      self = .guid(guid)
      return
    }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    // A top-level label is never a number (RFC 3696, section 2): an address is no domain.
    guard labels.count >= 2, text.utf8.count <= 253, labels.allSatisfy(\.isHostLabel),
      labels.last?.utf8.contains(where: { !(0x30...0x39).contains($0) }) == true
    else { return nil }
    self = .domain(text.lowercased())
  }

  /// The GUID in lower case, or nil where `text` is not exactly one: 8-4-4-4-12 hexadecimal digits
  /// (RFC 9562, section 4).
  package static func guid(in text: String) -> String? {
    guard text.utf8.count == 36 else { return nil }
    var (position, hasCapitals) = (0, false)
    for byte in text.utf8 {
      switch (position, byte) {
      case (8, _), (13, _), (18, _), (23, _): if byte != UInt8(ascii: "-") { return nil }
      case (_, 0x30...0x39), (_, 0x61...0x66): break
      case (_, 0x41...0x46): hasCapitals = true
      default: return nil
      }
      position += 1
    }
    return hasCapitals ? text.lowercased() : text
  }

  /// The tenant as it stands in a URL.
  public var description: String {
    switch self {
    case .guid(let text), .domain(let text): text
    }
  }
}
