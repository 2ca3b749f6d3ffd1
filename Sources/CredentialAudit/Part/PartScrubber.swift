/// Takes out of what is shown whatever names those who are not.
struct PartScrubber {
  private let words: ForeignWords
  /// Every credential that is shown.
  private let subjects: Set<String>
  /// `tenant/application` of them.
  private let applications: Set<String>

  init(_ words: ForeignWords, shown: Set<SubjectName>) {
    self.words = words
    subjects = Set(shown.map(\.text))
    applications = Set(shown.map { $0.parts.prefix(2).joined(separator: "/") })
  }

  /// A notice, which may repeat what a person wrote.
  func scrubbed(_ notice: RunNotice) -> RunNotice {
    RunNotice(
      code: notice.code, message: words.scrubbed(notice.message, isProse: true),
      tenant: notice.tenant)
  }

  func scrubbed(_ finding: Finding) -> Finding {
    var finding = finding.reworded({ words.scrubbed($0) }, evidence: scrubbed)
    finding.suppressed = finding.suppressed.map { note in
      SuppressionNote(
        reason: words.scrubbed(note.reason, isProse: true), owner: note.owner, until: note.until)
    }
    return finding
  }

  func scrubbed(_ evidence: Evidence) -> Evidence { Evidence(evidence.items.map(scrubbed)) }

  private func scrubbed(_ item: Evidence.Item) -> Evidence.Item {
    switch item.name {
    case "also_used_by":
      Evidence.Item(name: item.name, value: users(item.value))
    case "looks_renamed_to":
      Evidence.Item(
        name: item.name,
        value: subjects.contains(item.value) ? item.value : ForeignWords.substitute)
    default:
      Evidence.Item(name: item.name, value: words.scrubbed(item.value))
    }
  }

  /// Who else presents the same secret: those who are shown by name, the others by number.
  private func users(_ list: String) -> String {
    let names = list.split(separator: ", ").map(String.init)
    let shown = names.filter(applications.contains)
    let hidden = names.count - shown.count
    return (shown + (hidden > 0 ? ["\(hidden) \(ForeignWords.substitute)"] : []))
      .joined(separator: ", ")
  }
}
