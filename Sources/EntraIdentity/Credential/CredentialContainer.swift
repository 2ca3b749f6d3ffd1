/// What a file is, told by its content: names and suffixes say little (`.cer` may be either form).
enum CredentialContainer {
  case pem([PEMBlock])
  case pkcs12
  case certificate
  case unknown

  init(_ bytes: [UInt8]) throws(CredentialProblem) {
    let blocks = try PEMBlock.all(in: bytes)
    guard blocks.isEmpty else {
      self = .pem(blocks)
      return
    }
    self = Self.binary(bytes)
  }

  /// A PFX is a SEQUENCE that begins with the INTEGER 3 (RFC 7292, section 4), a certificate one
  /// that begins with a SEQUENCE (RFC 5280, section 4.1). Lengths may be BER's indefinite form,
  /// which Java and Windows write.
  private static func binary(_ bytes: [UInt8]) -> CredentialContainer {
    guard bytes.count > 2, bytes[0] == 0x30 else { return .unknown }
    let lengthOctets = bytes[1] > 0x80 ? Int(bytes[1] & 0x7F) : 0
    let content = bytes.dropFirst(2 + lengthOctets)
    if content.starts(with: [0x02, 0x01, 0x03]) { return .pkcs12 }
    return content.first == 0x30 ? .certificate : .unknown
  }
}
