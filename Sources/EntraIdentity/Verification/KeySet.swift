import Foundation

/// The signing keys that an authority publishes (RFC 7517): those that can be used, by `kid`.
public struct KeySet: Sendable {
  init(json: [UInt8]) throws {
    struct Keys: Decodable {
      struct Key: Decodable {}
      let keys: [Key]
    }
    _ = try JSONDecoder().decode(Keys.self, from: Data(json))
  }
}
