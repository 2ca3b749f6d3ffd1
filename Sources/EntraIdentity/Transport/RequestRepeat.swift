/// When the same request may be sent a second time.
public enum RequestRepeat: String, Hashable, Sendable, CaseIterable {
  /// Whenever that may help: the request spends nothing, as with client credentials, or carries a
  /// new assertion each time.
  case always
  /// Only where it is certain that the first one did nothing: it never left, or the service says
  /// that it did not look at it. A grant that can be used once would be gone after any other
  /// failure, and its second use is an alarm at the service.
  case unspent

  /// Whether a failure allows a repeat.
  /// - Parameter failure: How the first attempt ended.
  /// - Returns: Whether the request may be sent again; not whether that would help.
  public func isAllowed(after failure: IdentityError) -> Bool {
    switch (self, failure) {
    case (.always, _): true
    case (.unspent, .transport(let error)): error.isUnsent
    case (.unspent, .refused(let refusal)):
      refusal.status == 429 || (refusal.status == 503 && refusal.retryAfter != nil)
    case (.unspent, .unexpected(let response)):
      response.status == 429 || (response.status == 503 && response.retryAfter != nil)
    case (.unspent, .credential), (.unspent, .assertionProvider), (.unspent, .request): true
    // A platform's token is given as often as it is asked for.
    case (.unspent, .platform), (.unspent, .platformRefused): true
    }
  }
}

extension TransportError {
  /// Whether it is certain that nothing of the request left.
  public var isUnsent: Bool {
    switch kind {
    case .dns, .refused, .tlsUntrusted, .tlsExpired, .tlsHostname, .proxy, .deadline: true
    case .tls, .reset, .timeout, .tooLarge, .malformed, .cancelled, .other: false
    }
  }
}
