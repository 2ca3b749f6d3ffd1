import Foundation

/// The JOSE header of a client assertion (RFC 7515, section 4.1).
struct AssertionHeader: Encodable {
  let alg: SigningAlgorithm
  let typ = "JWT"
  let kid: String?
  let x5t: String?
  let x5tS256: String?
  let x5c: [String]?

  enum CodingKeys: String, CodingKey {
    case alg, typ, kid, x5t, x5c
    case x5tS256 = "x5t#S256"
  }

  init(credential: CertificateCredential, profile: AssertionProfile) {
    alg = profile.algorithm
    kid = profile.keyID
    let certificate = credential.chain[0]
    x5t = profile.sendsSHA1Thumbprint ? Thumbprint.sha1(of: certificate).base64URL : nil
    x5tS256 = profile.sendsSHA256Thumbprint ? Thumbprint.sha256(of: certificate).base64URL : nil
    // RFC 7515, section 4.1.6: plain Base64, not base64url, and no line breaks.
    x5c = credential.sendsChain ? credential.chain.map { Data($0).base64EncodedString() } : nil
  }
}
