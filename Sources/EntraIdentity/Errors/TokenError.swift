import Foundation

/// Why a client has no token: what went wrong, and whether it was asked just now.
public struct TokenError: Error, Sendable {
  /// What went wrong.
  public enum Reason: Sendable {
    /// The authority could not be proven, so that nothing was sent to it.
    case authority(UnprovenAuthority)
    /// The request failed, or was not sent.
    case request(IdentityError)
  }

  /// Where the answer comes from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// It was asked for by this call.
    case live
    /// The service asked to be left alone, and the time is not over: nothing was sent.
    case throttled
    /// The same request was refused as wrong less than a minute ago: nothing was sent.
    case remembered
  }

  /// What went wrong.
  public let reason: Reason
  /// Where the answer comes from.
  public let origin: Origin
  /// How long until the same question is asked for real again; nil for a live answer without
  /// `Retry-After`.
  public let retryAfter: Duration?

  init(_ reason: Reason, origin: Origin = .live, retryAfter: Duration? = nil) {
    self.reason = reason
    self.origin = origin
    self.retryAfter = retryAfter ?? reason.error?.retryAfter
  }

  init(_ error: IdentityError) {
    self.init(.request(error))
  }

  static func cancelled(host: String) -> TokenError {
    TokenError(
      .transport(TransportError(kind: .cancelled, host: host, detail: "given up by the caller")))
  }

  /// The error of the one request that failed; nil where an authority's document said what it may
  /// not say.
  public var error: IdentityError? { reason.error }

  /// The refusal, where the service refused.
  public var refusal: ServiceRefusal? {
    if case .refused(let refusal)? = error { refusal } else { nil }
  }

  /// The status of the response, where there was one.
  public var status: Int? {
    switch error {
    case .refused(let refusal): refusal.status
    case .unexpected(let response): response.status
    case .platformRefused(let refusal): refusal.status
    default: nil
    }
  }

  /// `error` (RFC 6749, section 5.2).
  public var oauthError: String? { refusal?.error }
  /// The AADSTS codes, the specific one last.
  public var codes: [Int] { refusal?.codes ?? [] }
  /// What kind of thing is wrong, where the catalogue knows the code.
  public var category: RefusalCategory? { refusal?.entry?.category }
  /// What the service logged the request under.
  public var correlationID: String? {
    switch error {
    case .refused(let refusal): refusal.correlationID ?? refusal.requestID
    case .unexpected(let response): response.requestID
    case .platformRefused(let refusal): refusal.correlationID ?? refusal.requestID
    default: nil
    }
  }
  /// `trace_id`.
  public var traceID: String? { refusal?.traceID }

  /// Whether the same question may be answered otherwise without anybody changing anything.
  public var isTransient: Bool { error?.isTransient ?? false }
}

extension TokenError.Reason {
  fileprivate var error: IdentityError? {
    switch self {
    case .request(let error): error
    case .authority(let unproven):
      switch unproven.reason {
      case .discovery(let error), .instance(.failed(let error)): error
      case .instance(.refused(let refusal)): .refused(refusal)
      default: nil
      }
    }
  }
}
