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
  struct Header {
    let alg: String
    let kid: String?
    let nonce: String?
  }

  /// Entra's largest tokens, with all their groups and roles, stay well below.
  static let maximumSize = 64 << 10

  let header: Header
  /// The header's JSON as it was sent, and where its members lie.
  let headerText: [UInt8]
  let headerMembers: JSONObject
  let payload: [UInt8]
  let signature: [UInt8]
  /// What the signature is over (RFC 7515, section 5.1).
  let signingInput: [UInt8]
  private let encodedPayload: ArraySlice<UInt8>

  init(_ text: String) throws(Problem) {
    guard text.utf8.count <= Self.maximumSize else { throw .notJWS }
    let bytes = Array(text.utf8)
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let headerText = Base64URL.decode(parts[0]),
      let members = JSONObject(headerText), let algorithm = members["alg"]?.string
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
    header = Header(
      alg: algorithm, kid: members["kid"]?.string, nonce: members["nonce"]?.string)
    self.headerText = headerText
    headerMembers = members
    self.payload = payload
    self.signature = signature
    signingInput = Array(bytes[..<parts[1].endIndex])
    encodedPayload = parts[1]
  }

  /// What it would be over with another header text.
  func signingInput(headerText: [UInt8]) -> [UInt8] {
    Array(Base64URL.encode(headerText).utf8) + [UInt8(ascii: ".")] + encodedPayload
  }

  /// The claims set, or nil where the payload is not a JSON object with each name once.
  var claims: TokenClaims? {
    guard let object = JSONObject(payload), !object.hasRepeatedNames else { return nil }
    return TokenClaims(object)
  }
}
