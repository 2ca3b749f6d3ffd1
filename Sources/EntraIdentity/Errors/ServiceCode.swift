/// The service's code as a description starts with it. This reads a code, not a text: B2C, instance
/// discovery and older endpoints send no `error_codes`, and put the code before the first colon.
struct ServiceCode: Hashable {
  /// As the service prints it: `AADSTS50012`, `AADB2C90080`.
  let text: String
  /// Its number in the AADSTS catalogue; nil for B2C, whose numbers mean other things.
  let number: Int?

  /// Codes that only announce another one: `AADSTS70002: Error validating credentials. AADSTS50012: …`.
  private static let wrappers: Set<Int> = [70002]

  init(number: Int) {
    self.text = "AADSTS\(number)"
    self.number = number
  }

  /// Reads the code at the start, and behind a wrapper the one that follows its sentence. No other
  /// place is looked at: names that a tenant gives to its applications are quoted further on.
  init?(startOf description: String) {
    guard let first = Self.leading(description[...]) else { return nil }
    if let number = first.code.number, Self.wrappers.contains(number),
      let end = first.rest.firstRange(of: ". "),
      let second = Self.leading(first.rest[end.upperBound...])
    {
      self = second.code
    } else {
      self = first.code
    }
  }

  private init(text: String, number: Int?) {
    self.text = text
    self.number = number
  }

  private static func leading(_ text: Substring) -> (code: ServiceCode, rest: Substring)? {
    for prefix in ["AADSTS", "AADB2C"] where text.hasPrefix(prefix) {
      let behind = text.dropFirst(prefix.count)
      let digits = behind.prefix { $0.isASCII && $0.isNumber }
      let rest = behind.dropFirst(digits.count)
      guard (1...9).contains(digits.count), let number = Int(digits), rest.first == ":" else {
        return nil
      }
      let code = ServiceCode(
        text: prefix + digits, number: prefix == "AADSTS" ? number : nil)
      return (code, rest)
    }
    return nil
  }
}
