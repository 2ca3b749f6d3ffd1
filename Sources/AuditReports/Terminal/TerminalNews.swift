package import CredentialAudit

/// What cron's mail is for: what is new, worse, recovered, rotated or gone, and nothing at all where
/// nobody has anything to learn.
package struct TerminalNews: Sendable {
  private let style: Style
  private let columns: Int
  private let limit: Int

  /// - Parameters:
  ///   - style: Plain in a pipe.
  ///   - columns: The terminal's width; long lines are broken at it.
  ///   - limit: How many subjects of each kind are listed; the others are only counted.
  package init(style: Style = .plain, columns: Int = 80, limit: Int = 50) {
    self.style = style
    self.columns = max(40, columns)
    self.limit = max(1, limit)
  }

  /// The news, the last line ended.
  ///
  /// - Parameter run: The stored run.
  /// - Returns: Lines for standard output; nil where nothing is new, worse or recovered and the run is
  ///   complete. What was rotated well or has gone is told with the rest and is no reason to speak.
  /// - Throws: What reading the run throws.
  package func text(of run: any RunReader) throws -> String? {
    var troubles = TroubleList(limit: limit)
    var recovered = MentionList(limit: limit)
    var rotated = MentionList(limit: limit)
    var gone = MentionList(limit: limit)
    func note(_ trouble: Trouble?, _ change: Change, _ mention: @autoclosure () -> String) {
      guard trouble == nil else { return troubles.add(trouble) }
      switch change {
      case .recovered: recovered.add(mention())
      case .rotated: rotated.add(mention())
      case .gone: gone.add(mention())
      case .firstSeen, .unchanged, .worse, .better: break
      }
    }
    try run.forEachAuthority { authority in
      note(
        Trouble(authority, findings: authority.newTrouble), authority.change,
        "\(authority.tenant), authority \(authority.authority)")
    }
    try run.forEachCredential { credential in
      note(
        Trouble(credential, findings: credential.newTrouble), credential.change,
        credential.change == .gone
          ? "\(credential.heading): \(credential.findings.first?.summary ?? "")"
          : "\(credential.heading): \(Self.facts(of: credential))")
    }
    guard troubles.total + recovered.total > 0 || !run.run.complete else { return nil }
    return try text(
      run, troubles,
      labelled("recovered", recovered) + labelled("rotated", rotated) + labelled("gone", gone))
  }

  private func text(
    _ run: any RunReader, _ troubles: TroubleList, _ rest: [String]
  ) throws -> String {
    let summary = try run.summary()
    let text = TroubleText(style: style, columns: columns, start: run.run.startedAt)
    var lines = RunStatement.lines(of: run.run, summary: summary, style: style, columns: columns)
    for (tenant, list) in troubles.byTenant {
      lines.append(style.bold(PrintableText.clean(tenant, maximum: 160)))
      lines += list.flatMap(text.lines)
    }
    if troubles.beyond > 0 { lines.append("… and \(Wording.number(troubles.beyond)) more") }
    lines += rest
    let totals =
      "\(Wording.count(summary.credentials.total, "credential", "credentials")): "
      + "\(Wording.counts(summary.credentials)); "
      + "\(Wording.count(summary.authorities.total, "authority", "authorities")): "
      + Wording.counts(summary.authorities)
    lines += TextBlock.lines(totals, first: "in all       ", columns: columns)
    return lines.joined(separator: "\n") + "\n"
  }

  private func labelled(_ label: String, _ list: MentionList) -> [String] {
    list.lines.enumerated().flatMap { place, text in
      TextBlock.lines(
        PrintableText.clean(text, maximum: 400), first: (place == 0 ? label : "").padding(to: 13),
        columns: columns)
    }
  }

  /// What a credential is, when it ends and whose it is.
  private static func facts(of credential: CredentialRecord) -> String {
    (Trouble.facts(of: credential) + [credential.owner].compactMap(\.self)).joined(separator: ", ")
  }
}
