package import CredentialAudit

/// What the person at the prompt reads, and cron's mail: worst first, what is wrong, why, what to
/// do, whose it is; passes are only counted.
package struct TerminalSummary: Sendable {
  private static let findingsPerSubject = 3
  private let style: Style
  private let columns: Int
  private let limit: Int

  /// - Parameters:
  ///   - style: Plain in a pipe.
  ///   - columns: The terminal's width; long lines are broken at it.
  ///   - limit: How many subjects are listed; the others are only counted.
  package init(style: Style = .plain, columns: Int = 80, limit: Int = 50) {
    self.style = style
    self.columns = max(40, columns)
    self.limit = max(1, limit)
  }

  /// The summary, its last line ended.
  ///
  /// - Parameters:
  ///   - run: The stored run.
  ///   - reports: The paths of the reports that were written, to say where to look.
  /// - Returns: Lines for standard output.
  /// - Throws: What reading the run throws.
  package func text(of run: any RunReader, reports: [String] = []) throws -> String {
    let summary = try run.summary()
    let troubles = try TroubleList(of: run, limit: limit)
    var lines = head(run.run, summary)
    for (tenant, list) in troubles.byTenant {
      lines += ["", style.bold(name(tenant))] + list.flatMap(lines(for:))
    }
    if troubles.beyond > 0 {
      let place = reports.first { $0.hasSuffix(".html") } ?? reports.first
      let inReport = place.map { " in \(PrintableText.clean($0))" } ?? ""
      lines += ["", "… and \(Wording.number(troubles.beyond)) more\(inReport)"]
    }
    if troubles.total == 0, summary.credentials.total + summary.authorities.total > 0 {
      lines += ["", style.verdict(.pass, "Nothing is wrong with what was looked at.")]
    }
    lines += [""] + (try foot(run, summary, troubles.changes.text, reports))
    return lines.joined(separator: "\n") + "\n"
  }

  private func head(_ run: AuditRun, _ summary: RunSummary) -> [String] {
    let facts =
      "run \(PrintableText.clean(run.id)), \(Wording.minute(run.startedAt)), "
      + PrintableText.clean(run.inventoryPath)
    var lines = TextBlock.lines(facts, first: "", columns: columns).map(style.dim)
    for statement in RunStatement.all(of: run, summary: summary) {
      let text = TextBlock.lines(
        PrintableText.clean(statement.text, maximum: 400),
        first: "\(statement.title.uppercased()): ", columns: columns)
      lines += text.map { style.verdict(.unknown, $0) }
    }
    return lines
  }

  private func lines(for trouble: Trouble) -> [String] {
    let word = trouble.verdict.rawValue.padding(to: 8)
    var title = "\(name(trouble.name))"
    if let change = Wording.change(trouble.change) { title += " (\(change))" }
    let known = trouble.facts + [trouble.owner].compactMap { $0 }
    let facts = known.map { PrintableText.clean($0, maximum: 100) }
    if !facts.isEmpty { title += ": " + facts.joined(separator: ", ") }
    var lines = TextBlock.lines(title, first: "  \(word)  ", columns: columns)
    // Coloured after the breaking, so that no colour's letters are counted as width.
    lines[0] = "  \(style.verdict(trouble.verdict, word))  " + lines[0].dropFirst(12)
    for finding in trouble.findings.prefix(Self.findingsPerSubject) {
      lines += block("", "\(finding.summary) [\(finding.code)]").map(style.bold)
      if let cause = finding.cause { lines += block("why  ", cause) }
      if let fix = finding.fix { lines += block("fix  ", fix) }
    }
    let rest = trouble.findings.count - Self.findingsPerSubject
    if rest > 0 { lines += block("", "and \(Wording.count(rest, "finding", "findings")) more") }
    return lines
  }

  private func block(_ label: String, _ text: String) -> [String] {
    TextBlock.lines(
      PrintableText.clean(text, maximum: 400), first: "            " + label, columns: columns)
  }

  private func foot(
    _ run: any RunReader, _ summary: RunSummary, _ changes: String?, _ reports: [String]
  ) throws -> [String] {
    var lines: [String] = []
    if let changes { lines += TextBlock.lines(changes, first: "changes      ", columns: columns) }
    for (word, counts) in [
      ("authorities", summary.authorities), ("credentials", summary.credentials),
    ] {
      let text = "\(Wording.number(counts.total)): \(Wording.counts(counts))"
      lines += TextBlock.lines(text, first: "\(word)  ", columns: columns)
    }
    for notice in try run.notices().prefix(limit) {
      lines += TextBlock.lines(
        PrintableText.clean(notice.message, maximum: 400), first: "notice       ", columns: columns)
    }
    lines += reports.map { "report       \(PrintableText.clean($0))" }
    return lines
  }

  private func name(_ text: String) -> String {
    PrintableText.clean(text, maximum: 160)
  }
}

extension String {
  /// At least so many characters wide.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
