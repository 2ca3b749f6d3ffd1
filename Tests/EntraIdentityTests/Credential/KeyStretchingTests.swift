@testable import EntraIdentity
import Foundation
import SwiftASN1
import TestSupport
import Testing

@Suite("How often a passphrase is hashed") struct KeyStretchingTests {
  /// DER by hand: what asks for this much cannot be made in the time of a test.
  private static func element(_ tag: UInt8, _ parts: [UInt8]...) -> [UInt8] {
    let content = Array(parts.joined())
    let length: [UInt8] =
      switch content.count {
      case 0..<0x80: [UInt8(content.count)]
      case 0..<0x100: [0x81, UInt8(content.count)]
      default: [0x82, UInt8(content.count >> 8), UInt8(content.count & 0xFF)]
      }
    return [tag] + length + content
  }

  private static func integer(_ value: Int) -> [UInt8] {
    var serializer = DER.Serializer()
    // Serializing an integer cannot fail.
    try? serializer.serialize(value)
    return serializer.serializedBytes
  }

  private static let octets = element(0x04, [UInt8](repeating: 0xA5, count: 64))
  private static let salt = element(0x04, [1, 2, 3, 4, 5, 6, 7, 8])
  private static let aes = element(
    0x30, [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A],
    element(0x04, [UInt8](repeating: 7, count: 16)))

  /// RFC 8018, section 6.2, with one of two ways to hash.
  private static func key(_ method: [UInt8], _ parameters: [UInt8]...) -> [UInt8] {
    let scheme = element(
      0x30, [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D],
      element(0x30, element(0x30, method, element(0x30, Array(parameters.joined()))), aes))
    return element(0x30, scheme, octets)
  }

  private static let pbkdf2: [UInt8] = [
    0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0C,
  ]
  private static let scrypt: [UInt8] = [
    0x06, 0x09, 0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x04, 0x0B,
  ]

  /// RFC 7292, section 4: the key in a bag, and the code over all.
  private static func bundle(bag: Int, code: Int) -> [UInt8] {
    let data: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]
    let shrouded: [UInt8] = [
      0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x0A, 0x01, 0x02,
    ]
    let key = key(pbkdf2, salt, integer(bag))
    let safe = element(0x30, element(0x30, shrouded, element(0xA0, key)))
    let contents = element(0x30, element(0x30, data, element(0xA0, element(0x04, safe))))
    let sha256 = element(
      0x30, [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01], [0x05, 0x00])
    let digest = element(0x30, sha256, element(0x04, [UInt8](repeating: 9, count: 32)))
    return element(
      0x30, integer(3), element(0x30, data, element(0xA0, element(0x04, contents))),
      element(0x30, digest, salt, integer(code)))
  }

  private static let most = KeyStretching.maximumRounds

  @Test(
    "A key that asks for too much is not opened",
    arguments: [
      key(pbkdf2, salt, integer(most + 1)), key(pbkdf2, salt, integer(most + 1), integer(32)),
      key(pbkdf2, salt, element(0x02, [UInt8](repeating: 0x7F, count: 20))),
      key(scrypt, salt, integer(1 << 14), integer(8), integer(64)),
      key(scrypt, salt, integer(1 << 40), integer(1 << 20), integer(1 << 20)),
    ])
  func keys(_ der: [UInt8]) {
    let pem = PEMDocument(type: "ENCRYPTED PRIVATE KEY", derBytes: der).pemString
    let seen = credentialProblem {
      try CertificateLoader.load(
        certificate: Array((try Cast.p256.get().pem + "\n" + pem).utf8), key: nil,
        passphrase: Secret("right"), sendsChain: false)
    }
    #expect(seen == .unsupportedEncryption)
  }

  @Test("A bundle that asks for too much is not opened, wherever it does")
  func bundles() {
    for der in [
      Self.bundle(bag: 1, code: Self.most + 1), Self.bundle(bag: Self.most + 1, code: 1),
    ] {
      let seen = credentialProblem {
        try CertificateLoader.load(
          certificate: der, key: nil, passphrase: Secret("right"), sendsChain: false)
      }
      #expect(seen == .unsupportedEncryption)
    }
  }

  @Test("What others recommend is opened, and what is no ASN.1 is not judged")
  func usual() throws {
    try KeyStretching.check(Self.key(Self.pbkdf2, Self.salt, Self.integer(Self.most)))
    try KeyStretching.check(
      Self.key(Self.pbkdf2, Self.salt, Self.integer(600_000), Self.integer(32)))
    try KeyStretching.check(
      Self.key(Self.scrypt, Self.salt, Self.integer(1 << 15), Self.integer(8), Self.integer(1)))
    try KeyStretching.check(Self.bundle(bag: Self.most, code: Self.most))
    for bytes in [[], [0x30], [0x30, 0x80, 0x00], Array("hello".utf8)] {
      try KeyStretching.check(bytes)
    }
  }

  @Test("Octet strings within octet strings without end are let be")
  func nesting() throws {
    var bytes = Self.key(Self.pbkdf2, Self.salt, Self.integer(Self.most + 1))
    for _ in 0..<1_000 { bytes = Self.element(0x04, bytes) }
    try KeyStretching.check(bytes)
  }
}
