import CredentialAudit

/// What the run as a whole does not prove, as a result of its own.
///
/// Code scanning reads results only and takes what is missing for mended: a run that was cut short
/// would close every alert that it did not reach.
struct SARIFRunResult {
  let statement: RunStatement
  let run: AuditRun
  let previous: AuditRun?

  /// Whether a statement is one: a run that was offline or filtered was asked for as it is.
  static func isResult(_ statement: RunStatement) -> Bool {
    ["run-incomplete", "run-empty"].contains(statement.code)
  }

  func write(ruleIndex: Int?, hasBaseline: Bool, to json: JSONWriter) throws {
    try json.object {
      try json.text("ruleId", "run/\(statement.code)")
      if let ruleIndex { try json.number("ruleIndex", ruleIndex) }
      try json.text("kind", "fail")
      try json.text("level", SARIFLevel.error.rawValue)
      try json.object("message") { try json.text("text", SARIFText.message(statement.text)) }
      try json.array("locations") {
        try json.object { try SARIFPlace(nil, in: run).write(to: json) }
      }
      try json.object("partialFingerprints") {
        try json.text("credauditFinding/v1", "run/\(statement.code)")
      }
      try json.array("suppressions") {}
      if hasBaseline { try json.text("baselineState", baselineState) }
      try json.object("properties") { try json.text("verdict", Verdict.unknown.rawValue) }
    }
  }

  private var baselineState: String {
    let wasIncomplete = previous.map { !$0.complete } ?? false
    return statement.code == "run-incomplete" && wasIncomplete ? "unchanged" : "new"
  }
}
