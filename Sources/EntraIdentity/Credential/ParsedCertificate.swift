import Foundation
import SwiftASN1
import X509

/// The fields of a certificate (RFC 5280, section 4.1) with the exact bytes it was read from.
///
/// X509's own `Certificate` refuses one whose key or signature it cannot verify (RSA-PSS from a
/// Windows authority, SHA-1 with ECDSA, short keys). Entra takes such certificates, and an audit
/// must be able to say when they end; so the fields are read here, and its names there.
struct ParsedCertificate {
  let der: [UInt8]
  /// Big-endian, as it stands, without a sign's zeros in front.
  let serial: ArraySlice<UInt8>
  let issuer: DistinguishedName
  let subject: DistinguishedName
  let notBefore: Date
  let notAfter: Date
  /// `SubjectPublicKeyInfo` in DER.
  let publicKeyInfo: ArraySlice<UInt8>

  /// Reads a certificate; nil where the bytes are none.
  init?(der: [UInt8]) {
    guard let root = try? DER.parse(der), let fields = try? Self.fields(of: root) else {
      return nil
    }
    self.der = der
    (serial, issuer, subject, publicKeyInfo) = (
      fields.serial, fields.issuer, fields.subject, fields.publicKeyInfo
    )
    (notBefore, notAfter) = fields.validity
  }

  private typealias Fields = (
    serial: ArraySlice<UInt8>, issuer: DistinguishedName, validity: (Date, Date),
    subject: DistinguishedName, publicKeyInfo: ArraySlice<UInt8>
  )

  private static func fields(of root: ASN1Node) throws -> Fields {
    try DER.sequence(root, identifier: .sequence) { nodes in
      let toBeSigned = try next(&nodes)
      // The signature and its algorithm are OpenSSL's to judge.
      _ = (try next(&nodes), try next(&nodes))
      return try DER.sequence(toBeSigned, identifier: .sequence) { nodes in
        _ = try DER.optionalExplicitlyTagged(
          &nodes, tagNumber: 0, tagClass: .contextSpecific, { try Int(derEncoded: $0) })
        let serial = try ArraySlice<UInt8>(derEncoded: &nodes)
        _ = try next(&nodes)
        let issuer = try DistinguishedName(derEncoded: next(&nodes))
        let validity = try DER.sequence(next(&nodes), identifier: .sequence) { nodes in
          (try date(next(&nodes)), try date(next(&nodes)))
        }
        let subject = try DistinguishedName(derEncoded: next(&nodes))
        let publicKeyInfo = try next(&nodes).encodedBytes
        while nodes.next() != nil {}
        let significant = serial.drop { $0 == 0 }
        return (
          significant.isEmpty ? serial.suffix(1) : significant, issuer, validity, subject,
          publicKeyInfo
        )
      }
    }
  }

  private static func next(_ nodes: inout ASN1NodeCollection.Iterator) throws -> ASN1Node {
    guard let node = nodes.next() else {
      throw ASN1Error.invalidASN1Object(reason: "a field is missing")
    }
    return node
  }

  /// RFC 5280, section 4.1.2.5: UTCTime until 2049, GeneralizedTime after.
  private static func date(_ node: ASN1Node) throws -> Date {
    if node.identifier == .utcTime {
      let time = try UTCTime(derEncoded: node)
      return date(
        time.year, time.month, time.day, (time.hours * 60 + time.minutes) * 60 + time.seconds)
    }
    let time = try GeneralizedTime(derEncoded: node)
    return date(
      time.year, time.month, time.day, (time.hours * 60 + time.minutes) * 60 + time.seconds)
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int, _ seconds: Int) -> Date {
    let days = GregorianDay.number(year: year, month: month, day: day)
    return Date(timeIntervalSince1970: Double(days * 86_400 + seconds))
  }
}
