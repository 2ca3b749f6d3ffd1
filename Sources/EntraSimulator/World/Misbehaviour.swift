package import Foundation

/// One way in which an endpoint answers otherwise than it should.
package enum Misbehaviour: Sendable {
  /// As it should: lets a script begin with answers that are right.
  case normal

  // The connection
  case hang
  case closeMidResponse
  /// Right, but late.
  case delay(Duration)

  // HTTP
  case throttled(RetryAfter)
  /// A status with a short text body: 500, 502, 503.
  case status(Int)
  /// A status with no body at all: 401, 403.
  case empty(Int)
  /// A sign-in page of somebody in between, as 200 and text/html.
  case portalPage
  /// A page with a status: 403, 407.
  case errorPage(Int)
  case redirect(String)
  /// What should be JSON is not.
  case notJSON
  /// Right, but under another content type.
  case contentType(String)
  /// A JSON text of so many megabytes, which is never held whole.
  case hugeBody(megabytes: Int)
  case nestedJSON(depth: Int)
  /// This response and no other, be it HTTP or not.
  case response(SimulatedResponse)

  // Documents
  /// A discovery document with changes.
  case document([DocumentChange])
  case keySet(KeySetFault)

  // Tokens, after all checks have passed
  case token(TokenFault)

  // Errors
  /// An error of the platform with any code, such as 99999999.
  case refusal(code: Int, error: String, status: Int)
  /// An OAuth error without codes.
  case oauthError(String, status: Int)
  /// An error whose text repeats the whole request form, with the credential.
  case echo(EchoForm)

  /// How a throttled client is told when to come back.
  package enum RetryAfter: Sendable, Hashable {
    case unsaid
    case seconds(Int)
    case date(Date)
    /// What is neither, or more than any clock can hold.
    case text(String)
  }

  /// One change of a discovery document.
  package enum DocumentChange: Sendable, Hashable {
    case set(String, String)
    case remove(String)
    /// Every URL names this tenant instead.
    case tenant(String)
    /// Every URL is on this host instead.
    case host(String)
  }

  package enum KeySetFault: String, Sendable, Hashable, CaseIterable {
    /// No keys.
    case empty
    /// Not a key set.
    case garbage
    /// Only keys that cannot sign: symmetric, for encryption, without modulus.
    case unusable
    /// A good key, but not the one that tokens are signed with.
    case withoutCurrentKey
    /// Another key under the current one's `kid`.
    case foreignKey
    /// The current key, said to be for encryption.
    case forEncryption
    /// A key of an elliptic curve under the `kid` of the current one, which is RSA.
    case ellipticCurve
    /// An object that has no `keys`.
    case withoutKeys
  }

  package enum TokenFault: Sendable, Hashable {
    /// Signed by a key that the key set does not hold, under the right `kid`.
    case foreignKey
    /// Signed by a key whose `kid` the key set does not hold.
    case unknownKeyID
    /// `alg` is `none`, and there is no signature (RFC 8725, section 2.1).
    case unsigned
    /// `alg` is HS256, and the secret is the public key, which everybody has (same place).
    case signedByPublicKey
    case application(String)
    case tenant(String)
    case audience(String)
    case issuer(String)
    case expired
    case notYetValid
    case withoutRoles
    case opaque
    /// 200, but without `access_token`.
    case missing
    /// The header carries a nonce, but the signature covers it as it stands.
    case plainNonce
  }

  package enum EchoForm: String, Sendable, Hashable, CaseIterable {
    case plain
    case percentEncoded
    case base64
    case jsonEscaped
    /// Plain between ANSI sequences, control characters and right-to-left marks.
    case decorated
    /// Every form above in one text.
    case everything
    /// A page that is not JSON.
    case page
  }
}

extension Misbehaviour {
  /// A document whose issuer is not this authority's.
  package static func lyingIssuer(_ issuer: String) -> Self {
    .document([.set("issuer", issuer)])
  }

  /// A document whose token endpoint is somewhere else: on another host or on plain http.
  package static func tokenEndpoint(_ url: String) -> Self {
    .document([.set("token_endpoint", url)])
  }

  /// Bytes in the place of a response; then the connection ends, or nothing more comes.
  package static func wire(
    _ text: String, ending: SimulatedResponse.Ending = .complete
  ) -> Self {
    var response = SimulatedResponse(status: 0, body: .wire(Array(text.utf8)))
    response.ending = ending
    return .response(response)
  }

  /// A body as it is written here, under the label of JSON or another one.
  package static func body(
    _ bytes: [UInt8], status: Int = 200, headers: [(name: String, value: String)] = []
  ) -> Self {
    .response(
      SimulatedResponse(
        status: status,
        headers: [("Content-Type", "application/json; charset=utf-8")] + headers,
        body: .bytes(bytes)))
  }

  /// A document that names another cloud than the one it is asked at.
  package static let wrongCloud = Self.document([
    .set("cloud_instance_name", "microsoftonline.us"), .set("msgraph_host", "graph.microsoft.us"),
    .set("tenant_region_scope", "USGov"),
  ])

  /// A document whose key set is somewhere else.
  package static func keySetURL(_ url: String) -> Self { .document([.set("jwks_uri", url)]) }

  /// A document that lacks fields.
  package static func missingFields(_ names: [String]) -> Self {
    .document(names.map { .remove($0) })
  }
}
