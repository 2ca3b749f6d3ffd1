/// The forms in which a writer may have put a certificate's thumbprint into `customKeyIdentifier`, which
/// takes any bytes: the digest itself, or its text in hex or Base64.
enum ThumbprintForm {
  /// The digest in upper-case hex, 40 digits for SHA-1 and 64 for SHA-256; nil for bytes that are no
  /// thumbprint.
  static func hex(of bytes: [UInt8]) -> String? {
    if isDigest(bytes) { return digits(bytes) }
    let text = String(decoding: bytes, as: UTF8.self)
    // Tools write the digits with colons, blanks or dashes between them.
    let bare = text.filter { !": -".contains($0) }.uppercased()
    if bare.utf8.count == 40 || bare.utf8.count == 64, bare.utf8.allSatisfy(isHexDigit) {
      return bare
    }
    let decoded = base64(text)
    return isDigest(decoded) ? digits(decoded) : nil
  }

  private static func isDigest(_ bytes: [UInt8]) -> Bool { bytes.count == 20 || bytes.count == 32 }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte)
  }

  private static func digits(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Base64 in either alphabet (RFC 4648, sections 4 and 5), padded or not; nothing for other text.
  private static func base64(_ text: String) -> [UInt8] {
    var (bits, count) = (UInt32(0), 0)
    var bytes: [UInt8] = []
    for byte in text.utf8.reversed().drop(while: { $0 == UInt8(ascii: "=") }).reversed() {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: return []
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
