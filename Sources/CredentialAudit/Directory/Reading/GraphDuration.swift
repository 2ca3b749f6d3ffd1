/// `Edm.Duration`: days, hours, minutes and seconds of ISO 8601, such as `P90D` or `P4DT12H30M5S`. It
/// has neither years nor months, whose length depends on when they begin.
enum GraphDuration {
  /// Seconds; nil for what is no duration, a negative one included.
  static func seconds(_ text: String) -> Double? {
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var units: [(mark: UInt8, seconds: Double)] = [(UInt8(ascii: "D"), 86_400)]
    var (total, isTime) = (0.0, false)
    while let byte = rest.first {
      if byte == UInt8(ascii: "T"), !isTime {
        isTime = true
        rest.removeFirst()
        units = [
          (UInt8(ascii: "H"), 3_600), (UInt8(ascii: "M"), 60), (UInt8(ascii: "S"), 1),
        ]
        guard !rest.isEmpty else { return nil }
        continue
      }
      let digits = rest.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
      rest = rest.dropFirst(digits.count)
      guard let mark = rest.popFirst(), let unit = units.firstIndex(where: { $0.mark == mark }),
        (1...18).contains(digits.count), digits.first != UInt8(ascii: "."),
        mark == UInt8(ascii: "S") || !digits.contains(UInt8(ascii: ".")),
        let number = Double(String(Substring(digits)))
      else { return nil }
      total += number * units[unit].seconds
      units.removeFirst(unit + 1)
    }
    return total
  }
}
