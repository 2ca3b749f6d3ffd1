package import CredentialAudit

/// What the person at the prompt reads, and cron's mail: worst first, what is wrong, why, what to
/// do, whose it is and since when; passes are only counted.
package struct TerminalSummary: Sendable {
  private static let notices = 12
  private static let rotations = 5
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
    var troubles = TroubleList(limit: limit)
    var answered = AnsweredList()
    var changes = ChangeTally()
    var rotations = RotationList(limit: Self.rotations)
    try run.forEachAuthority { authority in
      changes.count(authority.change)
      troubles.add(Trouble(authority, findings: authority.findings.filter(\.isOpen)))
      answered.add(authority.findings, of: "\(authority.tenant)'s authority")
    }
    try run.forEachCredential { credential in
      changes.count(credential.change)
      rotations.add(credential)
      troubles.add(Trouble(credential, findings: credential.findings.filter(\.isOpen)))
      answered.add(credential.findings, of: credential.heading)
    }
    let text = TroubleText(
      style: style, columns: columns, start: run.run.startedAt, isFirstRun: changes.isFirstRun)
    var lines = head(run.run, summary)
    for (tenant, list) in troubles.byTenant {
      let name = PrintableText.clean(tenant, maximum: 160)
      lines += ["", style.bold(name)] + list.flatMap(text.lines)
    }
    if troubles.beyond > 0 {
      let place = reports.first { $0.hasSuffix(".html") } ?? reports.first
      let inReport = place.map { " in \(PrintableText.clean($0))" } ?? ""
      lines += ["", "… and \(Wording.number(troubles.beyond)) more\(inReport)"]
    }
    if troubles.total == 0, summary.credentials.total + summary.authorities.total > 0 {
      lines += ["", style.verdict(.pass, "Nothing is wrong with what was looked at.")]
    }
    lines.append("")
    if troubles.total > 1 { lines += labelled("order", Priority.sentence).map(style.dim) }
    lines += answered.lines.flatMap { labelled("answered for", $0) }
    for entry in rotations.entries {
      lines += labelled("rotation", "\(entry.name): \(entry.words)")
    }
    if rotations.beyond > 0 {
      lines += labelled(
        "", "and \(Wording.count(rotations.beyond, "rotation", "rotations")) more: see the reports")
    }
    if let changes = changes.text { lines += labelled("changes", changes) }
    lines += try totals(run, summary)
    lines += reports.map { "report       \(PrintableText.clean($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func head(_ run: AuditRun, _ summary: RunSummary) -> [String] {
    let facts =
      "run \(PrintableText.clean(run.id)), \(Wording.minute(run.startedAt)), "
      + PrintableText.clean(run.inventoryPath)
    return TextBlock.lines(facts, first: "", columns: columns).map(style.dim)
      + RunStatement.lines(of: run, summary: summary, style: style, columns: columns)
  }

  private func totals(_ run: any RunReader, _ summary: RunSummary) throws -> [String] {
    var lines: [String] = []
    for (word, counts) in [
      ("authorities", summary.authorities), ("credentials", summary.credentials),
    ] {
      lines += labelled(word, "\(Wording.number(counts.total)): \(Wording.counts(counts))")
    }
    let notices = try run.notices()
    lines += notices.prefix(Self.notices).flatMap { labelled("notice", $0.message) }
    let rest = notices.count - Self.notices
    if rest > 0 { lines += labelled("", "and \(Wording.count(rest, "notice", "notices")) more") }
    return lines
  }

  private func labelled(_ label: String, _ text: String) -> [String] {
    TextBlock.lines(
      PrintableText.clean(text, maximum: 400), first: label.padding(to: 13), columns: columns)
  }
}

extension RunStatement {
  /// What was not looked at, in the terminal's lines.
  static func lines(
    of run: AuditRun, summary: RunSummary, style: Style, columns: Int
  ) -> [String] {
    all(of: run, summary: summary).flatMap { statement in
      TextBlock.lines(
        PrintableText.clean(statement.text, maximum: 400),
        first: "\(statement.title.uppercased()): ", columns: columns)
    }.map { style.verdict(.unknown, $0) }
  }
}
