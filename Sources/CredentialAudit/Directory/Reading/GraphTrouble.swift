import EntraIdentity

/// Why a response of Graph's is no answer: read from its status and Graph's own code, never from a
/// message's text.
enum GraphTrouble: Sendable {
  /// Graph says so itself.
  case refused(GraphRefusal, retryAfter: Duration?)
  /// No whole response, or one that is not Graph's.
  case unexpected(IdentityError)

  /// Looks at a response; nil for one that is an answer.
  /// - Parameters:
  ///   - response: The response.
  ///   - reader: The reader for its label.
  ///   - token: What was sent, to be taken out of what the server says.
  ///   - expectsJSON: Whether an answer has to be JSON.
  init?(_ response: HTTPResponse, reader: ResponseReader, token: Secret, expectsJSON: Bool) {
    let isGood = (200..<300).contains(response.status)
    if isGood, !expectsJSON { return nil }
    do throws(IdentityError) {
      _ = try reader.readsAsJSON(response)
    } catch {
      self = .unexpected(error)
      return
    }
    if isGood { return nil }
    if let refusal = Self.refusal(response, token: token) {
      self = .refused(refusal, retryAfter: reader.retryAfter(response))
    } else {
      self = .unexpected(reader.unexpected(.missingFields(["error.code"]), response))
    }
  }

  /// Whether another attempt may succeed without anybody changing anything.
  var isTransient: Bool {
    switch self {
    case .refused(let refusal, _):
      refusal.status == 429 || refusal.status == 408 || refusal.status >= 500
    case .unexpected(let error): error.isTransient
    }
  }

  /// How long the service asked to be left alone.
  var retryAfter: Duration? {
    switch self {
    case .refused(_, let retryAfter): retryAfter
    case .unexpected(let error): error.retryAfter
    }
  }

  /// Whether it is the token that is not taken any more; a new one may be.
  var isExpiredToken: Bool {
    guard case .refused(let refusal, _) = self else { return false }
    return refusal.status == 401 && refusal.code == "InvalidAuthenticationToken"
  }

  private static func refusal(_ response: HTTPResponse, token: Secret) -> GraphRefusal? {
    guard let error = (try? JSONValue.parse(response.body, maximumDepth: 16))?["error"],
      let code = error["code"]?.string, !code.isEmpty
    else { return nil }
    let scrubber = SecretScrubber([token])
    // The reference writes "innerError"; some services answer with "innererror".
    let inner = error["innerError"] ?? error["innererror"]
    let requestID = inner?["request-id"]?.string ?? response.header("request-id")
    return GraphRefusal(
      status: response.status, code: scrubber.shown(code, maximum: 100),
      message: error["message"]?.string.map { scrubber.shown($0, maximum: 300) },
      requestID: requestID.map { scrubber.shown($0, maximum: 64) })
  }
}
