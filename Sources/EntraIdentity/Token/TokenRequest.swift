import Foundation

/// A token request's form and authentication (RFC 6749, sections 2.3 and 4.4.2).
///
/// The whole form is a ``Secret``: whoever holds the request cannot print what is in it.
struct TokenRequest: Sendable {
  /// How the application proves who it is.
  enum Authentication: Sendable {
    /// `client_secret` in the form.
    case secretPost(Secret)
    /// HTTP Basic with id and secret.
    case secretBasic(Secret)
    /// A JWT as assertion (RFC 7523, section 2.2).
    case assertion(Secret)
  }

  let clientID: ClientID
  let parameters: GrantParameters
  let authentication: Authentication

  /// The form, fields always in the same order, scopes sorted and each once.
  var body: Secret {
    var fields = [("grant_type", "client_credentials")] + parameters.fields
    switch authentication {
    case .secretPost(let secret):
      fields.insert(("client_id", clientID.value), at: 0)
      return form(fields, "client_secret", secret)
    case .secretBasic:
      // One method only: id and secret are in the header (RFC 6749, section 2.3).
      return Secret(form(fields))
    case .assertion(let assertion):
      fields.insert(("client_id", clientID.value), at: 0)
      fields.append(
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"))
      return form(fields, "client_assertion", assertion)
    }
  }

  /// The `Authorization` header's value, where the method has one. Id and secret are form-encoded
  /// before they are joined, or a colon in the id would move the border (RFC 6749, section 2.3.1).
  var authorization: Secret? {
    guard case .secretBasic(let secret) = authentication else { return nil }
    let pair = secret.withValue {
      FormEncoding.encoded(clientID.value) + ":" + FormEncoding.encoded($0)
    }
    return Secret("Basic " + Data(pair.utf8).base64EncodedString())
  }

  /// What must not come back in an error text.
  var sent: [Secret] {
    switch authentication {
    case .secretPost(let secret), .assertion(let secret): [secret]
    case .secretBasic(let secret):
      [secret, authorization?.withValue { Secret(String($0.dropFirst("Basic ".count))) }]
        .compactMap(\.self)
    }
  }

  private func form(_ fields: [(String, String)]) -> String {
    fields.map { FormEncoding.encoded($0.0) + "=" + FormEncoding.encoded($0.1) }
      .joined(separator: "&")
  }

  private func form(_ fields: [(String, String)], _ name: String, _ secret: Secret) -> Secret {
    secret.withValue { Secret(form(fields) + "&" + name + "=" + FormEncoding.encoded($0)) }
  }
}
