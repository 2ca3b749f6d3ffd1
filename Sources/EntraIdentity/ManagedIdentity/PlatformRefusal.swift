/// A platform's refusal to give a token, in its own words but cleaned.
public struct PlatformRefusal: Hashable, Sendable {
  /// What a refusal says, in stable words, whatever form the platform gives it.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The identity is not assigned to this machine or service, or does not exist.
    case identityNotAssigned = "identity-not-assigned"
    /// The directory knows no such resource, or gives no token for it.
    case resourceRefused = "platform-resource-refused"
    /// The platform does not let this process ask: its proof is wrong, old or missing.
    case unauthorized = "platform-unauthorized"
    /// The platform is asked too often.
    case throttled = "platform-throttled"
    /// The platform or the directory behind it failed, or is being updated.
    case fault = "platform-fault"
    /// Any other refusal.
    case other = "platform-refused"
  }

  /// Which platform refused.
  public let source: ManagedIdentitySource
  /// What it says.
  public let reason: Reason
  /// The status code.
  public let status: Int
  /// The platform's word for it: `invalid_request`, `ManagedIdentityNotFound`; nil where it has none.
  public let error: String?
  /// The platform's sentence, stripped of control characters, of what was sent, and cut. For a
  /// person to read, never to decide on.
  public let message: String?
  /// The directory's code, where the platform passes one on: `AADSTS500011`.
  public let code: String?
  /// What the catalogue knows of that code.
  public let entry: RefusalMeaning?
  /// By which the platform finds the request.
  public let correlationID: String?
  /// How long the platform asked to be left alone.
  public let retryAfter: Duration?
  /// The `x-ms-client-request-id` that was sent, where one was.
  public let requestID: String?
  /// The host that answered.
  public let host: String

  /// Makes a refusal.
  /// - Parameters:
  ///   - source: Which platform refused.
  ///   - reason: What it says.
  ///   - status: The status code.
  ///   - error: The platform's word for it.
  ///   - message: The platform's sentence, cleaned.
  ///   - code: The directory's code.
  ///   - entry: What the catalogue knows of that code.
  ///   - correlationID: By which the platform finds the request.
  ///   - retryAfter: How long the platform asked to be left alone.
  ///   - requestID: The `x-ms-client-request-id` that was sent.
  ///   - host: The host that answered.
  public init(
    source: ManagedIdentitySource, reason: Reason, status: Int, error: String? = nil,
    message: String? = nil, code: String? = nil, entry: RefusalMeaning? = nil,
    correlationID: String? = nil, retryAfter: Duration? = nil, requestID: String? = nil,
    host: String
  ) {
    self.source = source
    self.reason = reason
    self.status = status
    self.error = error
    self.message = message
    self.code = code
    self.entry = entry
    self.correlationID = correlationID
    self.retryAfter = retryAfter
    self.requestID = requestID
    self.host = host
  }

  /// Whether another attempt may succeed without anybody changing anything.
  public var isTransient: Bool { reason == .throttled || reason == .fault }
}
