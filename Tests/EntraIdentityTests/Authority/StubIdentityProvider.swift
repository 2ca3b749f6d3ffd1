import EntraIdentity
import Foundation
import TestSupport

/// An identity service that serves each authority the document that is right for it, unless told
/// otherwise.
struct StubIdentityProvider: Sendable {
  static let guid = "72f988bf-86f1-41af-91ab-2d7cd011db47"
  static let keys = #"{"keys":[]}"#

  let authority: Authority
  /// Fields to replace, or with nil to leave out.
  var patch: [String: String?] = [:]
  /// What instance discovery answers; without it, that there is no such instance.
  var instance: HTTPResponse?
  /// What comes in place of the document.
  var document: HTTPResponse?
  /// What comes in place of the key set.
  var keySet: HTTPResponse?

  static func json(_ text: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [("Content-Type", "application/json; charset=utf-8")],
      body: Array(text.utf8))
  }

  static let invalidInstance = json(
    #"{"error":"invalid_instance","error_description":"AADSTS50049","error_codes":[50049]}"#,
    status: 400)

  static func tenantMissing(_ code: Int = 90002) -> HTTPResponse {
    json(
      #"{"error":"invalid_tenant","error_description":"no","error_codes":[\#(code)]}"#, status: 400)
  }

  var tenant: String {
    if case .guid(let guid) = authority.tenant { guid } else { Self.guid }
  }

  var issuer: String {
    switch authority.kind {
    case .entra: "\(authority.url.origin)/\(tenant)/v2.0"
    case .b2c: "\(authority.url.origin)/\(tenant)/v2.0/"
    case .ciam: "https://\(tenant).ciamlogin.com/\(tenant)/v2.0"
    case .adfs, .dsts: authority.url.description
    case .oidc: authority.issuerURL ?? ""
    }
  }

  func transport() -> CannedTransport {
    CannedTransport { request throws(TransportError) in
      let url = request.url.description
      if url.contains("/common/discovery/instance") { return instance ?? Self.invalidInstance }
      if url.contains("/keys") { return keySet ?? Self.json(Self.keys) }
      guard url == authority.discoveryURL.description else {
        throw TransportError(kind: .dns, host: request.url.host, detail: "nobody is there")
      }
      return document ?? Self.json(body)
    }
  }

  private var body: String {
    let base = authority.url.description
    var fields = [
      "issuer": issuer, "token_endpoint": base + "/oauth2/v2.0/token",
      "jwks_uri": base + "/discovery/v2.0/keys",
    ]
    for (field, value) in patch { fields[field] = value }
    let data = try? JSONSerialization.data(withJSONObject: fields)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
