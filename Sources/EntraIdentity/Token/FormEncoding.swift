/// `application/x-www-form-urlencoded` (RFC 6749, appendix B; the URL standard, section 5.2).
enum FormEncoding {
  /// One name or value. Only letters, digits and `*-._` stay as they are, a blank becomes `+`, all
  /// other bytes of the UTF-8 form are escaped: a secret's `+`, `&`, `%` and `~` arrive unchanged.
  static func encoded(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "*"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"):
        result.append(byte)
      case 0x20: result.append(UInt8(ascii: "+"))
      default: result += [UInt8(ascii: "%"), hexadecimal(byte >> 4), hexadecimal(byte & 0xF)]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? 0x30 + digit : 0x41 + digit - 10
  }
}
