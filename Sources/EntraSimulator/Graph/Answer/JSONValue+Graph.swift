import Foundation

extension JSONValue {
  /// The text, or null.
  static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// The moment as a directory writes it, or null.
  static func time(_ date: Date?) -> JSONValue {
    date.map { .string(Moment($0).directory) } ?? .null
  }

  /// The bytes in Base64, as `Edm.Binary` is written, or null.
  static func base64(_ bytes: [UInt8]?) -> JSONValue {
    bytes.map { .string(Data($0).base64EncodedString()) } ?? .null
  }
}
