/// Why a token or a document could not be had.
public enum IdentityError: Error, Sendable {
  /// There was no whole response.
  case transport(TransportError)
  /// The service refused and said so in an OAuth error body (RFC 6749, section 5.2).
  case refused(ServiceRefusal)
  /// There was a response, but not one that the protocol knows.
  case unexpected(UnexpectedResponse)
  /// The credential itself cannot be used.
  case credential(CredentialProblem)
  /// The application's own ``AssertionProvider`` gave none; what it threw.
  case assertionProvider(any Error)
  /// The request could not have been answered, so it was not sent.
  case request(RequestProblem)
  /// The platform that a managed identity belongs to cannot be asked.
  case platform(PlatformProblem)
  /// The platform that a managed identity belongs to refused.
  case platformRefused(PlatformRefusal)

  /// Whether another attempt may succeed without anybody changing anything.
  public var isTransient: Bool {
    switch self {
    case .transport(let error): error.isTransient
    case .refused(let refusal): refusal.isTransient
    case .unexpected(let response): response.isTransient
    case .platformRefused(let refusal): refusal.isTransient
    case .credential, .assertionProvider, .request, .platform: false
    }
  }

  /// How long the service asked to be left alone.
  public var retryAfter: Duration? {
    switch self {
    case .refused(let refusal): refusal.retryAfter
    case .unexpected(let response): response.retryAfter
    case .platformRefused(let refusal): refusal.retryAfter
    case .transport, .credential, .assertionProvider, .request, .platform: nil
    }
  }
}
