/// Comparing host names: by whole labels, never by the end of a text.
extension String {
  /// The one label that stands before `suffix`, where there is exactly one.
  ///
  /// The dot is part of the comparison: `evilb2clogin.com` ends like `b2clogin.com`, and is not
  /// below it.
  func label(before suffix: String) -> String? {
    guard hasSuffix("." + suffix) else { return nil }
    let label = String(dropLast(suffix.count + 1))
    return label.isEmpty || label.contains(".") ? nil : label
  }

  /// Whether this is one label of a host name (RFC 1123, section 2.1): letters, digits and inner
  /// hyphens, 63 at most.
  var isHostLabel: Bool {
    !isEmpty && utf8.count <= 63 && !hasPrefix("-") && !hasSuffix("-")
      && utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          || $0 == 0x2D
      }
  }
}
