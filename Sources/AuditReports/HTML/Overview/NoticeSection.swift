import CredentialAudit

/// What the reader should know beside the verdicts.
struct NoticeSection {
  /// More than these are a click away.
  static let shown = 6

  /// Without those of what was renamed: they belong to what changed.
  let notices: [RunNotice]

  init(_ notices: [RunNotice]) {
    self.notices = notices.filter { $0.code != ChangeSection.renamed }
  }

  /// For the `notices` template.
  var values: TemplateValues {
    var values = TemplateValues()
    values.set("notice_amount", Wording.number(notices.count))
    values.set("notices", notices.prefix(Self.shown).map(Self.values))
    let rest = notices.dropFirst(Self.shown)
    values.set("rest_title", "\(Wording.number(rest.count)) more")
    values.set("rest", rest.map(Self.values))
    return values
  }

  private static func values(of notice: RunNotice) -> TemplateValues {
    var values = TemplateValues()
    values.set("notice_text", Sentence.of(notice.message))
    values.set("notice_code", notice.code)
    return values
  }
}
