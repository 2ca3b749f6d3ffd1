public import Foundation

/// An application that can keep a credential to itself (RFC 6749, section 2.1), and that asks for
/// tokens in its own name.
///
/// Each call is one attempt over the network, with an assertion of its own where the credential is a
/// certificate: nothing is cached, and a retry is a call of its own (see ``RetryPolicy``).
public struct ConfidentialClient: Sendable {
  private let clientID: ClientID
  private let credential: ClientCredential
  private let transport: any HTTPTransport
  private let time: any TimeSource
  private let product: ProductIdentity

  /// The longest token response that is read. A token with hundreds of groups takes some 20 KiB.
  private static let maximumResponseBytes = 256 << 10

  /// Makes a client.
  /// - Parameters:
  ///   - clientID: The application.
  ///   - credential: What it proves itself with.
  ///   - transport: How requests leave the process.
  ///   - time: The clock that dates assertions and responses.
  ///   - product: Who asks.
  public init(
    clientID: ClientID, credential: ClientCredential, transport: any HTTPTransport,
    time: any TimeSource = SystemTime(), product: ProductIdentity
  ) {
    self.clientID = clientID
    self.credential = credential
    self.transport = transport
    self.time = time
    self.product = product
  }

  /// Asks for a token by client credentials (RFC 6749, section 4.4), once.
  /// - Parameters:
  ///   - authority: Where; only a proven authority is ever sent a credential.
  ///   - scopes: What for. Only AD FS and a generic issuer may be asked without any.
  ///   - timeout: The limit of the attempt, connect to last byte.
  ///   - correlationID: Sent as `client-request-id`; what support asks for.
  /// - Returns: The token.
  /// - Throws: ``IdentityError``: the request, the credential, the network, the refusal or the
  ///   response that was not one.
  public func acquireToken(
    at authority: ResolvedAuthority, scopes: [Scope], timeout: Duration = .seconds(20),
    correlationID: UUID = UUID()
  ) async throws(IdentityError) -> TokenResponse {
    let kind = authority.authority.kind
    guard !scopes.isEmpty || kind == .oidc || kind == .adfs else {
      throw .request(.noScope)
    }
    let form = TokenRequest(
      clientID: clientID, scopes: scopes, authentication: try authentication(at: authority))
    let requestID = correlationID.uuidString.lowercased()
    let request = HTTPRequest(
      method: .post, url: authority.tokenEndpoint,
      headers: headers(for: form, kind: kind, requestID: requestID), body: form.body,
      timeout: timeout, maximumResponseBytes: Self.maximumResponseBytes)
    let response: HTTPResponse
    do {
      response = try await transport.send(request)
    } catch {
      throw .transport(error)
    }
    let now = time.now
    let reader = ResponseReader(
      host: authority.tokenEndpoint.host, requestID: requestID, now: now, sent: form.sent)
    return try TokenResponse(response, reader: reader, requestID: requestID, now: now)
  }

  private func authentication(
    at authority: ResolvedAuthority
  ) throws(IdentityError) -> TokenRequest.Authentication {
    switch credential {
    case .secret(let secret, .post): return .secretPost(secret)
    case .secret(let secret, .basic): return .secretBasic(secret)
    case .assertion(let assertion): return .assertion(assertion)
    case .certificate(let certificate):
      do {
        let profile = try AssertionProfile.choose(
          kind: authority.authority.kind, configuration: authority.configuration,
          credential: certificate)
        return .assertion(
          try ClientAssertion.signed(
            by: certificate, clientID: clientID, audience: authority.tokenEndpoint.description,
            profile: profile, now: time.now))
      } catch {
        throw .credential(error)
      }
    }
  }

  private func headers(
    for form: TokenRequest, kind: AuthorityKind, requestID: String
  ) -> [(name: String, value: String)] {
    var headers = [
      (name: "Accept", value: "application/json"),
      (name: "Content-Type", value: "application/x-www-form-urlencoded"),
      (name: "User-Agent", value: product.userAgent),
      (name: "client-request-id", value: requestID),
    ]
    if kind != .oidc {
      headers += [
        (name: "x-client-sku", value: product.sku),
        (name: "x-client-ver", value: product.version),
        (name: "x-client-os", value: product.system),
        // Tells the service that a 429 and its Retry-After are understood.
        (name: "x-ms-lib-capability", value: "retry-after, h429"),
      ]
    }
    if let authorization = form.authorization {
      headers.append((name: "Authorization", value: authorization.withValue(\.self)))
    }
    return headers
  }
}
