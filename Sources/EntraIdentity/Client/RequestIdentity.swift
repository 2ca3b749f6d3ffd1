import Crypto
import Foundation

/// What makes two token requests the same question: where, who, with which credential, what for and
/// in which words. No part of it can be read back.
struct RequestIdentity: Hashable, Sendable {
  private let digest: Data

  /// Lives as long as the process, so that what is computed with it is of no use outside.
  private static let key = SymmetricKey(size: .bits256)

  /// The identity of a request.
  /// - Parameters:
  ///   - endpoint: Where it goes.
  ///   - clientID: Who asks.
  ///   - parameters: What for.
  ///   - credential: What the application proves itself with.
  ///   - authentication: What is presented. An assertion of our own differs each time and stands
  ///     for its certificate; one by somebody else is another question each time.
  init(
    at endpoint: TokenEndpoint, clientID: ClientID, parameters: GrantParameters,
    credential: ClientCredential, authentication: TokenRequest.Authentication
  ) {
    var parts = [endpoint.destination.description, clientID.value]
    for (name, value) in parameters.fields { parts += [name, value] }
    switch (credential, authentication) {
    case (.certificate(let certificate), _): parts.append(certificate.facts.thumbprintSHA256)
    case (_, .secretPost(let secret)), (_, .secretBasic(let secret)),
      (_, .assertion(let secret)):
      parts.append(secret.digest(key: Self.key).base64EncodedString())
    }
    // With each part's length before it, no two lists of parts have one text.
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
    digest = Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: Self.key))
  }
}
