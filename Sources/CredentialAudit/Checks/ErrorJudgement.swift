import EntraIdentity

/// What an error means: the one table from what was seen to a verdict, as the product has it.
struct ErrorJudgement {
  let verdict: Verdict
  let code: String
  let `class`: String?
  let summary: String
  let cause: String?
  let fix: String?
  let retryable: Bool
  let evidence: Evidence

  /// Where the answer came from, which decides how far its silence can be trusted.
  enum Asked {
    case discovery
    case keys
    case token
    /// A managed identity's platform, which is this machine or service itself.
    case platform
  }

  /// - Parameters:
  ///   - error: What came instead of an answer.
  ///   - asked: What was asked for.
  ///   - isCloudHost: Whether the host is a known cloud's, between which and us a portal or proxy
  ///     may sit, rather than one that the inventory declares.
  ///   - blame: Cause and fix where the clocks tell more of a refusal than its code.
  init(_ error: IdentityError, asked: Asked, isCloudHost: Bool, blame: ClockBlame? = nil) {
    switch error {
    case .transport(let failure) where asked == .platform: self.init(platform: failure)
    case .transport(let failure): self.init(failure)
    case .refused(let refusal)
    where (asked == .discovery || asked == .keys) && isCloudHost && refusal.code == nil
      && !refusal.isTransient:
      // A cloud's host always names a code: who answers for it here is a gateway in between.
      self.init(
        verdict: .unknown, code: "portal-in-between",
        summary: "\(refusal.host) answered HTTP \(refusal.status) as no cloud does",
        retryable: true, evidence: Self.evidence(of: refusal))
    case .refused(let refusal): self.init(refusal, blame: blame)
    case .unexpected(let response) where asked == .platform: self.init(platform: response)
    case .unexpected(let response):
      self.init(response, asked: asked, isCloudHost: isCloudHost)
    case .credential(let problem):
      self.init(
        verdict: .critical, code: problem.code.rawValue, summary: problem.detail,
        retryable: false, evidence: [:])
    case .assertionProvider:
      self.init(
        verdict: .unknown, code: "assertion-unavailable",
        summary: "there was no assertion to present", retryable: false, evidence: [:])
    case .request(let problem):
      self.init(
        verdict: .unknown, code: problem.rawValue, summary: "there is no scope to ask for",
        retryable: false, evidence: [:])
    case .platform(let problem): self.init(problem)
    case .platformRefused(let refusal): self.init(refusal)
    }
  }

  init(
    verdict: Verdict, code: String, class: String? = nil, summary: String, cause: String? = nil,
    fix: String? = nil, retryable: Bool, evidence: Evidence
  ) {
    self.verdict = verdict
    self.code = code
    self.class = `class`
    self.summary = summary
    self.cause = cause ?? CodeMeaning.all[code]?.cause
    self.fix = fix ?? CodeMeaning.all[code]?.fix
    self.retryable = retryable
    self.evidence = evidence
  }

  private init(_ failure: TransportError) {
    self.init(
      verdict: .unknown, code: failure.kind.rawValue,
      summary: "no answer from \(failure.host): \(failure.detail)",
      retryable: failure.isTransient || failure.kind == .deadline || failure.kind == .cancelled,
      evidence: ["host": failure.host, "failure": failure.detail])
  }

  private static func evidence(of refusal: ServiceRefusal) -> Evidence {
    [
      "host": refusal.host, "status": String(refusal.status), "error": refusal.error,
      "suberror": refusal.suberror, "description": refusal.description,
      "correlation_id": refusal.correlationID ?? refusal.requestID, "trace_id": refusal.traceID,
      "timestamp": refusal.timestamp,
    ]
  }

  /// An OAuth error as a code, where it has a code's form (RFC 6749, section 5.2, allows sentences):
  /// what a server says is no word of ours, and `ok` least of all.
  private static func code(of error: String) -> String {
    let isWord =
      (3...60).contains(error.utf8.count)
      && error.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
    return isWord ? error : "refused-without-reason"
  }

  private init(_ refusal: ServiceRefusal, blame: ClockBlame?) {
    let evidence = Self.evidence(of: refusal)
    if refusal.isTransient {
      let code = refusal.status == 429 ? "throttled" : "service-fault"
      self.init(
        verdict: .unknown, code: refusal.code ?? code,
        class: refusal.entry?.category.rawValue
          ?? (refusal.status == 429 ? "throttled" : "service_fault"),
        summary: "the service put us off with HTTP \(refusal.status)",
        cause: refusal.entry?.cause ?? CodeMeaning.all[code]?.cause,
        fix: CodeMeaning.all[code]?.fix, retryable: true, evidence: evidence)
      return
    }
    if let entry = refusal.entry {
      self.init(
        verdict: .critical, code: refusal.code ?? "AADSTS\(entry.code)",
        class: entry.category.rawValue,
        summary: "the service refused: \(entry.name ?? refusal.error)",
        cause: blame?.cause ?? entry.cause, fix: blame?.fix ?? entry.fix,
        retryable: entry.isRetryable, evidence: evidence)
      return
    }
    let meaning = OAuthErrorMeaning.meaning(of: refusal.error)
    let new = refusal.code.map {
      "\($0) is new to this version's catalogue; judged by the OAuth error. "
    }
    self.init(
      verdict: .critical, code: refusal.code ?? Self.code(of: refusal.error),
      class: meaning?.category.rawValue ?? RefusalCategory.other.rawValue,
      summary: "the service refused: \(refusal.error)",
      cause: (new ?? "") + (meaning?.cause ?? "The service gave no more than this word."),
      fix: meaning?.fix
        ?? "Look the code up at the service, and quote the correlation id to its support.",
      retryable: false, evidence: evidence)
  }

  private init(_ response: UnexpectedResponse, asked: Asked, isCloudHost: Bool) {
    var evidence: Evidence = [
      "host": response.host, "status": String(response.status),
      "content_type": response.contentType, "correlation_id": response.requestID,
    ]
    if case .redirect(let host) = response.reason { evidence.add("redirect_to", host ?? "unnamed") }
    if case .missingFields(let names) = response.reason {
      evidence.add("missing", names.joined(separator: " "))
    }
    if response.isTransient {
      self.init(
        verdict: .unknown, code: response.status == 429 ? "throttled" : "service-fault",
        class: response.status == 429 ? "throttled" : "service_fault",
        summary: "the service put us off with HTTP \(response.status)", retryable: true,
        evidence: evidence)
      return
    }
    let (verdict, code) = Self.verdict(response, asked: asked, isCloudHost: isCloudHost)
    self.init(
      verdict: verdict, code: code, summary: Self.summary(response), retryable: verdict == .unknown,
      evidence: evidence)
  }

  private static func verdict(
    _ response: UnexpectedResponse, asked: Asked, isCloudHost: Bool
  ) -> (Verdict, String) {
    if asked == .token {
      // A cloud's own host always gives a reason; where there is none, something sits between.
      if response.status == 401 || response.status == 403 || response.status == 400 {
        return isCloudHost ? (.unknown, "portal-in-between") : (.critical, "refused-without-reason")
      }
      switch response.reason {
      case .redirect where isCloudHost, .notJSON where isCloudHost:
        return (.unknown, "portal-in-between")
      case .encoded: return (.unknown, "unrequested-encoding")
      default: return (.unknown, "unexpected-response")
      }
    }
    if response.status == 404 { return (.critical, "not-found") }
    switch response.reason {
    // Whoever unpacks it may find it right: we have not looked.
    case .encoded: return (.unknown, "unrequested-encoding")
    case .malformedJSON where response.status == 200, .empty where response.status == 200:
      return (.critical, asked == .keys ? "keys-malformed" : "document-malformed")
    case .missingFields where (200..<300).contains(response.status):
      return (.critical, asked == .keys ? "keys-malformed" : "document-incomplete")
    case .redirect, .notJSON, .malformedJSON, .missingFields, .empty:
      return isCloudHost ? (.unknown, "portal-in-between") : (.critical, "not-an-openid-service")
    }
  }

  static func summary(_ response: UnexpectedResponse) -> String {
    let what =
      switch response.reason {
      case .redirect(let host): "a redirect to \(host ?? "nowhere named"), which is not followed"
      case .notJSON: "\(response.contentType ?? "something unnamed") instead of JSON"
      case .malformedJSON: "JSON that cannot be read"
      case .encoded(let coding): "a body packed as \(coding), which was not asked for"
      case .empty: "an empty body"
      case .missingFields(let names): "a document without \(names.joined(separator: ", "))"
      }
    return "\(response.host) answered HTTP \(response.status) with \(what)"
  }

  /// The finding that says so.
  func finding(_ check: CheckID, evidence more: Evidence = [:]) -> Finding {
    Finding(
      check: check, verdict: verdict, code: code, class: `class`, summary: summary, cause: cause,
      fix: fix, evidence: Evidence(evidence.items + more.items), retryable: retryable)
  }
}
