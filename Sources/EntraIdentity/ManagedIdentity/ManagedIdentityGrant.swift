public import Foundation

/// One question for a token to the platform that a process runs on, asked now.
///
/// Nothing is looked up and nothing is remembered, and a retry is a request of its own (see
/// ``RetryPolicy``). That is what an audit wants; programs that want tokens use
/// ``ManagedIdentityClient``.
public struct ManagedIdentityGrant: Sendable {
  private let identity: ManagedIdentityID
  private let platform: ManagedIdentityPlatform
  private let transport: any PlatformTransport
  private let time: any TimeSource
  private let product: ProductIdentity
  private let capabilities: [String]
  private let arcKeys: ArcKeyFolder

  /// Makes a grant; nothing is asked yet.
  /// - Parameters:
  ///   - identity: Which identity of the machine or service.
  ///   - platform: What it runs on; see
  ///     ``ManagedIdentityPlatform/detect(environment:fileExists:)``.
  ///   - transport: How requests reach the platform.
  ///   - product: Who asks.
  ///   - capabilities: What the caller is capable of, such as `CP1`; of the platforms only Service
  ///     Fabric is told.
  ///   - arcKeys: Where Azure Arc's agent leaves its keys.
  ///   - time: The clock that dates responses.
  public init(
    _ identity: ManagedIdentityID = .system, on platform: ManagedIdentityPlatform,
    transport: any PlatformTransport = PlatformNetworkTransport(),
    product: ProductIdentity = .library, capabilities: [String] = [],
    arcKeys: ArcKeyFolder = .standard, time: any TimeSource = SystemTime()
  ) {
    self.identity = identity
    self.platform = platform
    self.transport = transport
    self.time = time
    self.product = product
    self.capabilities = capabilities
    self.arcKeys = arcKeys
  }

  /// Asks the platform for a token, once.
  /// - Parameters:
  ///   - resource: What for: the App ID URI or GUID of an API, `https://management.azure.com`. It is
  ///     no scope: `/.default` has no meaning here.
  ///   - rejected: The token that the resource has turned down by a claims challenge. Service Fabric
  ///     is told its SHA-256, so that it does not give the same one again.
  ///   - timeout: The limit of each request, connect to last byte. Azure Arc takes two.
  ///   - correlationID: Sent as `x-ms-client-request-id` to a virtual machine's metadata service.
  /// - Returns: The token.
  /// - Throws: ``IdentityError``. ``IdentityError/platform(_:)`` says that the platform could not be
  ///   asked, ``IdentityError/platformRefused(_:)`` that it said no.
  public func request(
    for resource: String, replacing rejected: Secret? = nil, timeout: Duration = .seconds(20),
    correlationID: UUID = UUID()
  ) async throws(IdentityError) -> TokenResponse {
    let question = PlatformQuestion(
      platform: platform, identity: identity, resource: resource, capabilities: capabilities,
      rejected: rejected, product: product, requestID: correlationID.text,
      timeout: timeout)
    var key: Secret?
    if platform.source == .azureArc { key = try await arcKey(for: question) }
    let response = try await send(try question.request(key: key))
    return try reader(for: question, key: key).token(of: response)
  }

  /// The key that Azure Arc's agent asks for: its answer to the first request is a challenge.
  private func arcKey(for question: PlatformQuestion) async throws(IdentityError) -> Secret {
    let response = try await send(try question.request())
    guard response.status == 401 else {
      // An agent that gives tokens to whoever asks is none.
      guard !(200..<300).contains(response.status) else {
        throw .platform(
          PlatformProblem(
            .challengeInvalid, at: .azureArc, "the agent asks for no proof of who is asking"))
      }
      throw reader(for: question).refusal(response)
    }
    guard let challenge = ArcChallenge(response.header("WWW-Authenticate")) else {
      throw .platform(
        PlatformProblem(.challengeInvalid, at: .azureArc, "the agent's challenge names no key"))
    }
    do {
      return try arcKeys.key(for: challenge)
    } catch {
      throw .platform(error)
    }
  }

  private func send(_ request: PlatformRequest) async throws(IdentityError) -> HTTPResponse {
    do {
      return try await transport.send(request)
    } catch {
      switch (error.kind, platform.source) {
      case (.refused, .virtualMachine):
        throw .platform(
          PlatformProblem(
            .noManagedIdentity, at: .virtualMachine,
            "nobody answers at \(error.host): \(error.detail)"))
      case (.tlsUntrusted, .serviceFabric):
        throw .platform(
          PlatformProblem(
            .certificateMismatch, at: .serviceFabric,
            "\(error.host) has another certificate than IDENTITY_SERVER_THUMBPRINT names"))
      default: throw .transport(error)
      }
    }
  }

  private func reader(for question: PlatformQuestion, key: Secret? = nil) -> PlatformResponseReader
  {
    PlatformResponseReader(
      source: platform.source, host: platform.endpoint.host,
      requestID: platform.source == .virtualMachine ? question.requestID : nil, now: time.now,
      sent: question.sent(key: key))
  }
}
