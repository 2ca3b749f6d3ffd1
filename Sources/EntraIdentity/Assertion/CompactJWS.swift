import Foundation

/// A JWS in its compact form (RFC 7515, section 3.1), taken apart and not yet believed.
struct CompactJWS {
  /// Why a text is not one.
  enum Problem: Error, Hashable {
    /// It does not have the form at all: for a token, it is opaque to us.
    case notJWS
    /// It has the form, and one of its parts cannot be read.
    case malformed(String)
  }

  /// The header parameters that are looked at (RFC 7515, section 4.1).
  struct Header: Decodable {
    let alg: String
    let kid: String?
    let nonce: String?

    private enum CodingKeys: String, CodingKey { case alg, kid, nonce }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      alg = try container.decode(String.self, forKey: .alg)
      kid = try? container.decodeIfPresent(String.self, forKey: .kid)
      nonce = try? container.decodeIfPresent(String.self, forKey: .nonce)
    }
  }

  /// Entra's largest tokens, with all their groups and roles, stay well below.
  static let maximumSize = 64 << 10

  let header: Header
  /// The header's JSON as it was sent, and where its members lie.
  let headerText: [UInt8]
  let headerMembers: JSONObject
  let payload: [UInt8]
  let signature: [UInt8]
  private let encodedHeader: Substring.UTF8View
  private let encodedPayload: Substring.UTF8View

  init(_ text: String) throws(Problem) {
    guard text.utf8.count <= Self.maximumSize else { throw .notJWS }
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let headerText = Base64URL.decode(parts[0]),
      let members = JSONObject(headerText),
      let header = try? JSONDecoder().decode(Header.self, from: Data(headerText))
    else { throw .notJWS }
    guard !members.hasRepeatedNames else {
      throw .malformed("A header parameter stands twice.")
    }
    guard let payload = Base64URL.decode(parts[1]) else {
      throw .malformed("The payload is not base64url.")
    }
    guard let signature = Base64URL.decode(parts[2]) else {
      throw .malformed("The signature is not base64url.")
    }
    self.header = header
    self.headerText = headerText
    headerMembers = members
    self.payload = payload
    self.signature = signature
    encodedHeader = parts[0]
    encodedPayload = parts[1]
  }

  /// What the signature is over (RFC 7515, section 5.1).
  var signingInput: [UInt8] { Array(encodedHeader) + [UInt8(ascii: ".")] + Array(encodedPayload) }

  /// The same with another header text.
  func signingInput(headerText: [UInt8]) -> [UInt8] {
    Array(Base64URL.encode(headerText).utf8) + [UInt8(ascii: ".")] + Array(encodedPayload)
  }

  /// The payload as a claims set, or nil where it is not a JSON object with each name once.
  func claims<Claims: Decodable>(_ type: Claims.Type) -> Claims? {
    guard let object = JSONObject(payload), !object.hasRepeatedNames else { return nil }
    return try? JSONDecoder().decode(type, from: Data(payload))
  }
}
