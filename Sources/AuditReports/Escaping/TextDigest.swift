import Crypto
import Foundation

/// A text's stand-in where the text itself is too long or must not be seen.
enum TextDigest {
  /// The first bytes of its SHA-256 in lower-case hex.
  static func hex(of text: String, bytes: Int) -> String {
    SHA256.hash(data: Data(text.utf8)).prefix(bytes).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
