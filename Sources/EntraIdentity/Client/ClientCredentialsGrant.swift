public import Foundation

/// The client credentials grant (RFC 6749, section 4.4): one request for a token, sent now.
///
/// Nothing is looked up and nothing is remembered; each request carries an assertion of its own
/// where the credential is a certificate, and a retry is a request of its own (see
/// ``RetryPolicy``). That is what an audit wants; programs that want tokens use
/// ``ConfidentialClient``.
public struct ClientCredentialsGrant: Sendable {
  private let authenticator: ClientAuthenticator
  private let transport: any HTTPTransport
  private let time: any TimeSource
  private let product: ProductIdentity

  /// The longest token response that is read. A token with hundreds of groups takes some 20 KiB.
  private static let maximumResponseBytes = 256 << 10

  /// Makes a grant.
  /// - Parameters:
  ///   - clientID: The application.
  ///   - credential: What it proves itself with.
  ///   - transport: How requests leave the process.
  ///   - time: The clock that dates assertions and responses.
  ///   - product: Who asks.
  public init(
    clientID: ClientID, credential: ClientCredential, transport: any HTTPTransport,
    time: any TimeSource = SystemTime(), product: ProductIdentity = .library
  ) {
    self.init(
      ClientAuthenticator(clientID: clientID, credential: credential, time: time),
      transport: transport, time: time, product: product)
  }

  init(
    _ authenticator: ClientAuthenticator, transport: any HTTPTransport, time: any TimeSource,
    product: ProductIdentity
  ) {
    self.authenticator = authenticator
    self.transport = transport
    self.time = time
    self.product = product
  }

  /// Asks for a token, once.
  /// - Parameters:
  ///   - endpoint: Where; only a proven endpoint is ever sent a credential.
  ///   - scopes: What for. Only AD FS and a generic issuer may be asked without any.
  ///   - timeout: The limit of the attempt, connect to last byte.
  ///   - correlationID: Sent as `client-request-id`; what support asks for.
  /// - Returns: The token.
  /// - Throws: ``IdentityError``: the request, the credential, the network, the refusal or the
  ///   response that was not one.
  public func request(
    at endpoint: TokenEndpoint, scopes: [Scope], timeout: Duration = .seconds(20),
    correlationID: UUID = UUID()
  ) async throws(IdentityError) -> TokenResponse {
    let parameters = GrantParameters(scopes: scopes)
    try parameters.check(for: endpoint.authority.kind)
    let authentication = try await authenticator.authentication(
      at: endpoint, fmiPath: nil, correlationID: correlationID)
    return try await send(
      parameters, by: authentication, at: endpoint, timeout: timeout, correlationID: correlationID)
  }

  /// Sends one request that was prepared.
  func send(
    _ parameters: GrantParameters, by authentication: TokenRequest.Authentication,
    at endpoint: TokenEndpoint, telemetry: [(name: String, value: String)] = [],
    timeout: Duration, correlationID: UUID
  ) async throws(IdentityError) -> TokenResponse {
    let form = TokenRequest(
      clientID: authenticator.clientID, parameters: parameters, authentication: authentication)
    let requestID = correlationID.text
    var headers = headers(kind: endpoint.authority.kind, requestID: requestID)
    if endpoint.authority.kind != .oidc { headers += telemetry }
    if let authorization = form.authorization {
      headers.append((name: "Authorization", value: authorization.withValue(\.self)))
    }
    let request = HTTPRequest(
      method: .post, url: endpoint.destination, headers: headers, body: form.body,
      timeout: timeout, maximumResponseBytes: Self.maximumResponseBytes)
    let response: HTTPResponse
    do {
      response = try await transport.send(request)
    } catch {
      throw .transport(error)
    }
    let now = time.now
    let reader = ResponseReader(
      host: endpoint.destination.host, requestID: requestID, now: now, sent: form.sent)
    return try TokenResponse(response, reader: reader, requestID: requestID, now: now)
  }

  private func headers(
    kind: AuthorityKind, requestID: String
  ) -> [(name: String, value: String)] {
    var headers = [
      (name: "Accept", value: "application/json"),
      (name: "Content-Type", value: "application/x-www-form-urlencoded"),
      (name: "User-Agent", value: product.userAgent),
      (name: "client-request-id", value: requestID),
    ]
    // A generic issuer has no use for what Microsoft's service counts by.
    guard kind != .oidc else { return headers }
    headers += [
      (name: "x-client-sku", value: product.sku),
      (name: "x-client-ver", value: product.version),
      (name: "x-client-os", value: product.system),
      // Tells the service that a 429 and its Retry-After are understood.
      (name: "x-ms-lib-capability", value: "retry-after, h429"),
    ]
    if let name = product.appName { headers.append((name: "x-app-name", value: name)) }
    if let version = product.appVersion { headers.append((name: "x-app-ver", value: version)) }
    return headers
  }
}
