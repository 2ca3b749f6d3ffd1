import Crypto

extension SHA256.Digest {
  private static let digits = Array("0123456789abcdef".utf8)

  /// In lower-case hex.
  var text: String {
    var hex: [UInt8] = []
    hex.reserveCapacity(2 * Self.byteCount)
    for byte in self {
      hex.append(Self.digits[Int(byte >> 4)])
      hex.append(Self.digits[Int(byte & 15)])
    }
    return String(decoding: hex, as: UTF8.self)
  }
}
