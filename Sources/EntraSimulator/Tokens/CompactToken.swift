/// A JSON Web Signature in compact form (RFC 7515, section 7.1) whose payload is an object.
struct CompactToken: Sendable {
  let header: JSONValue
  let claims: JSONValue
  let signingInput: [UInt8]
  let signature: [UInt8]

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, text.utf8.count <= 1 << 16,
      let header = Base64URL.decode(parts[0]).flatMap({ JSONParser.parse($0) }),
      let claims = Base64URL.decode(parts[1]).flatMap({ JSONParser.parse($0) }),
      let signature = Base64URL.decode(parts[2]),
      case .object = header, case .object = claims
    else { return nil }
    self.header = header
    self.claims = claims
    signingInput = Array("\(parts[0]).\(parts[1])".utf8)
    self.signature = signature
  }
}
