import CredentialAudit

/// What became of the subjects since the run before.
struct ChangeSection {
  /// The notice of a subject that is gone and another that looks like it.
  static let renamed = "looks-renamed"
  static let renamedShown = 8

  let digest: ChangeDigest
  /// The run that this one was compared with.
  let previous: AuditRun?
  let notices: [RunNotice]

  /// For the `changes` template.
  var values: TemplateValues {
    var values = TemplateValues()
    values.set("change_text", text)
    let before = digest.tally.isFirstRun ? nil : previous
    values.set("before", before.map { Wording.minute($0.startedAt) })
    values.set("before_at", before?.startedAt.rfc3339)
    values.set("before_id", before.map { String($0.id.prefix(8)) })
    let shown = digest.tally.isFirstRun ? [] : SubjectTurn.allCases
    values.set("groups", shown.filter { digest.counts[$0] ?? 0 > 0 }.map(group))
    let renamed = notices.filter { $0.code == Self.renamed }
    values.set("renamed_count", Wording.number(renamed.count))
    values.set(
      "renamed",
      renamed.prefix(Self.renamedShown).map { notice in
        var values = TemplateValues()
        values.set("notice_text", Sentence.of(notice.message))
        return values
      })
    let more = renamed.count - Self.renamedShown
    values.set(
      "renamed_more", more > 0 ? "and \(Wording.number(more)) more, see report.json" : nil)
    return values
  }

  private var text: String {
    guard let text = digest.tally.text else { return "Nothing was looked at." }
    if digest.tally.isFirstRun { return Wording.capitalized(text) + "." }
    let said = SubjectTurn.allCases.compactMap { turn -> String? in
      guard let count = digest.counts[turn], count > 0 else { return nil }
      return turn == .newFinding
        ? "\(Wording.number(count)) with a new finding"
        : "\(Wording.number(count)) \(turn.rawValue)"
    }
    return said.isEmpty ? "Nothing changed." : said.joined(separator: ", ") + "."
  }

  private func group(_ turn: SubjectTurn) -> TemplateValues {
    let count = digest.counts[turn] ?? 0
    let mentions = digest.mentions[turn] ?? []
    var values = TemplateValues()
    values.set("group_title", turn.title)
    values.set("group_word", turn.rawValue)
    values.set("group_count", Wording.number(count))
    values.set(
      "mentions",
      mentions.map { mention in
        var values = TemplateValues()
        values.set("mention_name", mention.name, maximum: SubjectRow.longestName)
        values.set("mention_anchor", mention.anchor)
        values.set("mention_word", mention.standing.word)
        values.set("mention_code", mention.code, maximum: SubjectRow.longestName)
        return values
      })
    let more = count - mentions.count
    values.set("group_more", more > 0 ? "and \(Wording.number(more)) more" : nil)
    return values
  }
}
