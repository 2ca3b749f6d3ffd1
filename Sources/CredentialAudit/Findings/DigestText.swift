import Crypto

extension SHA256.Digest {
  /// In lower-case hex.
  var text: String {
    let digits = Array("0123456789abcdef".utf8)
    let hex = flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: hex, as: UTF8.self)
  }
}
