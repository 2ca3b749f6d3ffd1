/// Numbers as the inventory writes them: digits only. `0x10`, `1_000`, `1e3` and `010`, which mean
/// different things to different readers of YAML, are no numbers here.
enum Decimal {
  /// ASCII digits, leading zeros allowed: the parts of dates.
  static func digits(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 18,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Numbers of so many digits each, leading zeros allowed, and one character between two of them:
  /// dates, times and offsets.
  static func parts(
    of text: some StringProtocol, between separator: Unicode.Scalar, digits counts: [Int]
  ) -> [Int]? {
    var bytes = text.utf8.makeIterator()
    var parts: [Int] = []
    parts.reserveCapacity(counts.count)
    for count in counts {
      if !parts.isEmpty, bytes.next() != UInt8(ascii: separator) { return nil }
      var value = 0
      for _ in 0..<count {
        guard let byte = bytes.next(), (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      parts.append(value)
    }
    return bytes.next() == nil ? parts : nil
  }

  /// A whole number without leading zeros.
  static func whole(_ text: some StringProtocol) -> Int? {
    guard let value = digits(text), text.count == 1 || !text.hasPrefix("0") else { return nil }
    return value
  }

  /// A whole number, or one with a decimal point and digits on both sides.
  static func number(_ text: some StringProtocol) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, whole(first) != nil,
      parts.count == 1 || digits(parts[1]) != nil
    else { return nil }
    return Double(String(text))
  }
}
