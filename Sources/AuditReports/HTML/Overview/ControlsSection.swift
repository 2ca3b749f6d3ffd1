import CredentialAudit

/// What the rows are searched, filtered and ordered by. The choices are written here and not
/// gathered by the script, so that a page of ten thousand rows is ready at once.
struct ControlsSection {
  /// A list with more names than this is no list to choose from; the rest is found by search.
  static let choicesShown = 200

  let digest: RunDigest
  let summary: RunSummary

  /// For the `controls` template.
  var values: TemplateValues {
    var values = TemplateValues()
    let total = summary.credentials.total + summary.authorities.total
    values.set("amount", Wording.number(total))
    values.set("shown", "\(Wording.count(total, "subject", "subjects"))")
    values.set(
      "order_sentence",
      Priority.sentence + " An authority comes before the credentials of its verdict.")
    values.set("cut", cut)
    values.set("verdicts", RowStanding.allCases.compactMap(verdict))
    values.set(
      "choices",
      [
        choice("Tenant", "tenant", digest.tenants), choice("Owner", "owner", digest.owners),
        choice("Tag", "tag", digest.tags), choice("Kind", "kind", digest.kinds), changes,
      ])
    return values
  }

  /// That rows are missing of what is not in order: to be said before the first of them.
  private var cut: String? {
    let missing = RowBudget(for: summary).omittedBad
    guard missing > 0 else { return nil }
    return "Only the \(Wording.number(RowBudget.badRows)) worst have a row here. "
      + "\(Wording.number(missing)) more are not in order: report.json and findings.csv have them."
  }

  private func verdict(_ standing: RowStanding) -> TemplateValues? {
    let count =
      summary.credentials[keyPath: standing.count] + summary.authorities[keyPath: standing.count]
    guard count > 0 else { return nil }
    var values = TemplateValues()
    values.set("verdict_word", standing.word)
    values.set("verdict_amount", Wording.number(count))
    return values
  }

  /// The worst names, in their own order.
  private func choice(_ title: String, _ name: String, _ tally: SubjectTally) -> TemplateValues {
    let names = tally.worst(Self.choicesShown).map(\.name)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let more = tally.total - names.count
    return choice(
      title, name, names,
      more: more > 0 ? "\(Wording.number(more)) more: search by name" : nil)
  }

  private var changes: TemplateValues {
    let turns = SubjectTurn.allCases.filter { digest.changes.counts[$0] ?? 0 > 0 }
    var values = choice("Change", "change", turns.map(\.rawValue) + ["unchanged"], more: nil)
    values.set("choice_any", true)
    values.set("choice_open", false)
    return values
  }

  private func choice(
    _ title: String, _ name: String, _ words: [String], more: String?
  ) -> TemplateValues {
    var values = TemplateValues()
    values.set("choice_title", title)
    values.set("choice_name", name)
    values.set("choice_open", true)
    values.set("choice_any", false)
    values.set("choice_more", more)
    values.set(
      "options",
      words.map { word in
        var values = TemplateValues()
        values.set("option", word, maximum: SubjectRow.longestName)
        return values
      })
    return values
  }
}
