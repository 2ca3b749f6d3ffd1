/// The text form of a GUID (RFC 9562, section 4): 8-4-4-4-12 hexadecimal digits.
enum GUID {
  /// In lower case; nil where the text is anything else. Braces, as registry tools write them, are
  /// not taken off: the service would not either.
  static func canonical(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 8, 13, 18, 23: if byte != 0x2D { return nil }
      default:
        guard
          (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte)
            || (0x61...0x66).contains(byte)
        else { return nil }
      }
    }
    return text.lowercased()
  }
}
