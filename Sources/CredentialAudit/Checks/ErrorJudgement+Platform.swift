import EntraIdentity

/// What goes wrong with a managed identity's platform. Only its own refusal says something of the
/// identity; all else was not looked at.
extension ErrorJudgement {
  init(_ problem: PlatformProblem) {
    self.init(
      verdict: .unknown, code: problem.code.rawValue, summary: problem.detail,
      retryable: false, evidence: ["platform": problem.source.rawValue])
  }

  init(_ refusal: PlatformRefusal) {
    let verdict: Verdict =
      switch refusal.reason {
      case .identityNotAssigned, .resourceRefused, .other: .critical
      // Whose proof is refused was not asked about the identity.
      case .unauthorized, .throttled, .fault: .unknown
      }
    let word = refusal.code ?? refusal.error
    self.init(
      verdict: verdict, code: refusal.reason.rawValue, class: refusal.entry?.category.rawValue,
      summary: "\(refusal.source.name) answered HTTP \(refusal.status)"
        + (word.map { ": \($0)" } ?? ""),
      cause: refusal.entry?.cause, fix: refusal.entry?.fix, retryable: refusal.isTransient,
      evidence: [
        "platform": refusal.source.rawValue, "host": refusal.host,
        "status": String(refusal.status), "error": refusal.error, "aadsts": refusal.code,
        "description": refusal.message,
        "correlation_id": refusal.correlationID ?? refusal.requestID,
      ])
  }

  init(platform failure: TransportError) {
    let isOurs = failure.kind == .deadline || failure.kind == .cancelled
    self.init(
      verdict: .unknown, code: isOurs ? failure.kind.rawValue : "platform-unreachable",
      summary: "no answer from the platform at \(failure.host): \(failure.detail)",
      retryable: failure.isTransient || isOurs,
      evidence: [
        "host": failure.host, "kind": failure.kind.rawValue, "failure": failure.detail,
      ])
  }

  init(platform response: UnexpectedResponse) {
    self.init(
      verdict: .unknown, code: "unexpected-response", summary: Self.summary(response),
      cause: "What answers at the platform's endpoint is not the platform.",
      fix: CodeMeaning.all["platform-unreachable"]?.fix, retryable: true,
      evidence: [
        "host": response.host, "status": String(response.status),
        "content_type": response.contentType,
      ])
  }
}
