import EntraIdentity
import Foundation

/// What is not as it should be with the issuer whose assertions a federated credential takes.
struct IssuerDrift {
  /// What is known of the credential already.
  let evidence: Evidence
  let look: IssuerLook?
  /// Whether the service has just taken an assertion of it.
  let isTaken: Bool
  /// Whether somebody means to use the credential.
  let isDeclared: Bool

  /// - Parameter check: The question that it belongs to.
  /// - Returns: Nil where the issuer is in order, or was not looked at.
  func finding(_ check: CheckID) -> Finding? {
    switch look {
    case nil, .answered(.confirmed): return nil
    case .beyond(let limit):
      return .found(
        check, .unknown, "federated-issuer-not-asked",
        "its issuer was not asked: the directory names more than \(limit)", evidence: evidence)
    case .unaskable(let problem): return unaskable(problem, check)
    case .answered(.otherIssuer(let named)):
      return proven(
        check, "federated-issuer-differs",
        named.map {
          "its issuer's document names \($0.cleaned(maximum: 300))"
            + (evidence["issuer"].map { ", not \($0)" } ?? "")
        } ?? "its issuer's document names no issuer",
        adding: ["document_issuer": named?.cleaned(maximum: 300)])
    case .answered(.noKeySet(let named)):
      return proven(
        check, "federated-issuer-without-keys",
        "its issuer's document names no key set at a public https address",
        adding: ["jwks_uri": named?.cleaned(maximum: 300)])
    case .answered(.noKeys(let skipped)):
      return proven(
        check, "federated-issuer-without-keys",
        "its issuer's key set has no usable signing key",
        adding: ["keys_not_usable": String(skipped)])
    case .answered(.noDocument(let error)):
      return missing(error, .discovery, "the document of its issuer", check)
    case .answered(.keysUnanswered(let error)):
      return missing(error, .keys, "the key set of its issuer", check)
    }
  }

  private func unaskable(_ problem: AssertionIssuer.Problem, _ check: CheckID) -> Finding {
    let summary =
      switch problem {
      case .notAURL: "its issuer is no https URL that could be asked"
      case .notPublic: "its issuer is at an address or name that the public internet does not have"
      }
    return proven(check, "federated-issuer-not-public", summary)
  }

  /// What is wrong beyond doubt, and keeps assertions from being taken from now on at the latest:
  /// keys may be remembered for a while. What nobody declared is nobody's outage.
  private func proven(
    _ check: CheckID, _ code: String, _ summary: String, adding more: Evidence = [:]
  ) -> Finding {
    .found(
      check, isDeclared && !isTaken ? .critical : .warning, code, summary,
      evidence: Evidence(evidence.items + more.items))
  }

  private func missing(
    _ error: IdentityError, _ asked: ErrorJudgement.Asked, _ what: String, _ check: CheckID
  ) -> Finding? {
    let judged = ErrorJudgement(error, asked: asked, isCloudHost: false)
    let more = judged.evidence
    if error.isTheServersWord {
      return proven(
        check, "federated-issuer-undocumented", "\(what) is not there: \(judged.summary)",
        adding: more)
    }
    // The service asks over the internet and has just done so: what is seen from here proves less.
    guard !isTaken else { return nil }
    let isCut = error.isEndOfRun
    return .found(
      check, isCut ? .unknown : .warning,
      isCut ? "federated-issuer-not-asked" : "federated-issuer-unanswered",
      "\(what) did not come: \(judged.summary)",
      evidence: Evidence(evidence.items + more.items), retryable: true)
  }
}

extension IssuerLook {
  /// What came of it, as evidence that somebody looked: the same for every credential that names it.
  var answer: String? {
    switch self {
    case .answered(.confirmed(let keys)): "its own document, and \(keys.of("usable key"))"
    case .answered(.noDocument(let error)):
      ErrorJudgement(error, asked: .discovery, isCloudHost: false).code
    case .answered(.keysUnanswered(let error)):
      ErrorJudgement(error, asked: .keys, isCloudHost: false).code
    case .answered(.otherIssuer), .answered(.noKeySet), .answered(.noKeys), .unaskable, .beyond: nil
    }
  }
}

extension IdentityError {
  /// Whether a server that knows what it is asked for said that there is none, or gave what nobody can
  /// read. A page, a redirect and a plea for a sign-in may be somebody's in between.
  fileprivate var isTheServersWord: Bool {
    switch self {
    case .unexpected(let response):
      if response.status == 404 || response.status == 410 { return true }
      guard response.status == 200 else { return false }
      return response.reason == .malformedJSON || response.reason == .empty
    case .refused(let refusal): return refusal.status == 404 || refusal.status == 410
    default: return false
    }
  }

  /// Whether the run's own end was in the way.
  fileprivate var isEndOfRun: Bool {
    if case .transport(let error) = self { error.kind == .deadline } else { false }
  }
}
