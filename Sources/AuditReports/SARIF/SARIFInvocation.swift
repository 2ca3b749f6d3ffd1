import CredentialAudit

/// When the tool ran and what it had to say about itself (SARIF 2.1.0, section 3.20).
struct SARIFInvocation {
  let run: AuditRun
  let statements: [RunStatement]
  let notices: [RunNotice]
  /// How many results had no room.
  let omitted: Int

  func write(to json: JSONWriter) throws {
    try json.array("invocations") {
      try json.object {
        try json.flag("executionSuccessful", !statements.contains(where: SARIFRunResult.isResult))
        try json.text("startTimeUtc", run.startedAt.rfc3339)
        try json.present("endTimeUtc", run.finishedAt?.rfc3339)
        try json.array("toolExecutionNotifications") {
          for statement in statements {
            let level = SARIFRunResult.isResult(statement) ? "error" : "warning"
            try write(statement.code, level, statement.text, to: json)
          }
          if omitted > 0 {
            let words = Wording.count(omitted, "result has", "results have")
            try write(
              "results-omitted", "error", "\(words) no room here: report.json has them.", to: json)
          }
        }
        try json.array("toolConfigurationNotifications") {
          for notice in notices { try write(notice.code, "warning", notice.message, to: json) }
        }
      }
    }
  }

  private func write(
    _ code: String, _ level: String, _ text: String, to json: JSONWriter
  ) throws {
    try json.object {
      try json.object("descriptor") { try json.text("id", PrintableText.clean(code, maximum: 100)) }
      try json.text("level", level)
      try json.object("message") { try json.text("text", SARIFText.message(text)) }
    }
  }
}
