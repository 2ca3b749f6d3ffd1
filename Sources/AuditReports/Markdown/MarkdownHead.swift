import CredentialAudit

/// What stands first: the run, what it did not look at, and the totals.
struct MarkdownHead {
  let run: AuditRun
  /// The run that it was compared with.
  let previous: AuditRun?
  let summary: RunSummary

  var lines: [String] {
    var lines = ["# Credential audit: \(RunHeadline.text(of: run, summary))", "", facts]
    for statement in RunStatement.all(of: run, summary: summary) {
      let text = MarkdownText.prose(statement.text, maximum: 600)
      lines += ["", "> **\(statement.title):** \(text)"]
    }
    return lines + [""] + table
  }

  private var facts: String {
    var facts = "Run \(MarkdownText.code(run.id)) of \(Wording.minute(run.startedAt))"
    if let end = run.finishedAt { facts += ", took \(Wording.span(run.startedAt, end))" }
    facts += "; credaudit \(MarkdownText.code(run.toolVersion, maximum: 40))"
    facts += "; inventory \(MarkdownText.code(run.inventoryPath))"
    facts += " with SHA-256 \(MarkdownText.code(String(run.inventorySHA256.prefix(12))))"
    if let previous { facts += "; compared with the run of \(Wording.minute(previous.startedAt))" }
    return facts + "."
  }

  /// Numbers of our own only: no text from outside stands in a table, where a bar ends a cell.
  private var table: [String] {
    [
      "| | critical | unknown | warning | pass | skipped | suppressed | total |",
      "|---|---:|---:|---:|---:|---:|---:|---:|",
      row("Credentials", summary.credentials), row("Authorities", summary.authorities),
    ]
  }

  private func row(_ name: String, _ counts: RunSummary.Counts) -> String {
    let numbers = [
      counts.critical, counts.unknown, counts.warning, counts.pass, counts.skipped,
      counts.suppressed, counts.total,
    ]
    return "| \(name) | \(numbers.map(Wording.number).joined(separator: " | ")) |"
  }
}
