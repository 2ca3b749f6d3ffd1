/// A link that may be followed from a report.
enum WebLink {
  /// The address where it is https or mailto, nil otherwise: `javascript:` and `data:` would run
  /// in the reader's browser.
  static func safe(_ address: String?) -> String? {
    guard let address else { return nil }
    let cleaned = PrintableText.clean(address)
    let isPlain = cleaned.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
    let lower = cleaned.lowercased()
    guard isPlain, lower.hasPrefix("https://") || lower.hasPrefix("mailto:") else { return nil }
    return cleaned
  }
}
