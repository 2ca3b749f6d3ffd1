extension Finding {
  /// Something was looked at and is in order.
  static func pass(_ check: CheckID, _ summary: String, evidence: Evidence = [:]) -> Finding {
    Finding(check: check, verdict: .pass, code: "ok", summary: summary, evidence: evidence)
  }

  /// Something does not apply or was not asked for.
  static func skipped(
    _ check: CheckID, _ code: String, _ summary: String, evidence: Evidence = [:]
  ) -> Finding {
    let meaning = CodeMeaning.all[code]
    return Finding(
      check: check, verdict: .skipped, code: code, summary: summary, cause: meaning?.cause,
      fix: meaning?.fix, evidence: evidence)
  }

  /// Something is wrong or could not be looked at; cause and fix are the code's, unless the place
  /// knows better.
  static func found(
    _ check: CheckID, _ verdict: Verdict, _ code: String, _ summary: String,
    class: String? = nil, cause: String? = nil, fix: String? = nil, evidence: Evidence = [:],
    retryable: Bool = false
  ) -> Finding {
    let meaning = CodeMeaning.all[code]
    return Finding(
      check: check, verdict: verdict, code: code, class: `class`, summary: summary,
      cause: cause ?? meaning?.cause, fix: fix ?? meaning?.fix,
      evidence: evidence, retryable: retryable)
  }
}
