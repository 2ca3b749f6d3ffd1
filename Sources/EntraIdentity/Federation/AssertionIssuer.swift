/// Who signs the assertions that a federated credential takes, as a URL that may be asked.
///
/// A directory says it, and whoever may write there chooses it: the type is the proof that asking
/// leads nowhere but to an https server with a public name.
package struct AssertionIssuer: Hashable, Sendable {
  /// Why nobody can be asked.
  package enum Problem: Error, Hashable, Sendable, CaseIterable {
    /// No https URL, or one with user info, a query or a fragment, which OpenID Connect Core 1.0,
    /// section 2, does not allow.
    case notAURL
    /// An address, or a name that the public DNS does not have.
    case notPublic
  }

  /// As it was written, letter by letter.
  package let text: String
  /// Where its document is.
  package let discoveryURL: EndpointURL

  /// Reads an issuer.
  /// - Parameter text: The issuer, as a directory has it.
  /// - Throws: ``Problem``.
  package init(_ text: String) throws(Problem) {
    guard let url = try? EndpointURL(text), url.query == nil else { throw .notAURL }
    guard PublicName.isOne(url.host) else { throw .notPublic }
    // OpenID Connect Discovery 1.0, section 4.1: a slash at the end goes before more is added.
    let base = text.hasSuffix("/") ? String(text.dropLast()) : text
    guard let document = try? EndpointURL(base + "/.well-known/openid-configuration") else {
      throw .notAURL
    }
    self.text = text
    discoveryURL = document
  }
}
