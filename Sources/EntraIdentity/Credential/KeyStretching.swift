import SwiftASN1

/// How often a file has its passphrase hashed before it opens (RFC 8018, section 4.2).
///
/// The number stands in the file, and OpenSSL does as it is told without being interruptible: one
/// damaged byte, or somebody who may write the file, would hold a run up for hours.
enum KeyStretching {
  /// Seconds of work, and several times what anybody recommends.
  static let maximumRounds = 5_000_000

  /// A bundle has its parts in octet strings of octet strings (RFC 7292, section 4); whoever nests
  /// them deeper wants to exhaust the reader.
  private static let maximumLayers = 4

  /// Looks at all that is not itself encrypted. What is no ASN.1 is for the reader to judge.
  /// - Parameter bytes: An encrypted key or a bundle, in DER or BER.
  /// - Throws: `unsupportedEncryption` where opening it would take too long.
  static func check(_ bytes: [UInt8]) throws(CredentialProblem) {
    guard let root = try? BER.parse(bytes), asksForTooMuch(root, layer: 1) else { return }
    throw CredentialProblem(
      .unsupportedEncryption,
      "It is encrypted with more than \(maximumRounds) rounds, which would take too long to open.")
  }

  private static func asksForTooMuch(_ node: ASN1Node, layer: Int) -> Bool {
    if node.identifier == .octetString {
      guard layer < maximumLayers, let octets = try? ASN1OctetString(berEncoded: node),
        let inner = try? BER.parse(octets.bytes)
      else { return false }
      return asksForTooMuch(inner, layer: layer + 1)
    }
    guard case .constructed(let children) = node.content else { return false }
    return rounds(in: Array(children)) > maximumRounds
      || children.contains { asksForTooMuch($0, layer: layer) }
  }

  /// What stands behind a salt: a number of rounds and perhaps a length (PBKDF2, PKCS#12), or the
  /// three numbers of scrypt, whose product is the work (RFC 7914, section 7).
  private static func rounds(in fields: [ASN1Node]) -> Int {
    guard let salt = fields.firstIndex(where: { $0.identifier == .octetString }) else { return 0 }
    let numbers = fields[(salt + 1)...].prefix { $0.identifier == .integer }
      .map { (try? Int(berEncoded: $0)) ?? .max }
    let factors = numbers.count < 3 ? numbers.prefix(1) : numbers.prefix(3)
    return factors.isEmpty
      ? 0
      : factors.reduce(1) { product, factor in
        let (result, isTooLarge) = product.multipliedReportingOverflow(by: factor)
        return isTooLarge ? .max : result
      }
  }
}
