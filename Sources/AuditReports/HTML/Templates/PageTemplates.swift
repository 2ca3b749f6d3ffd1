import Mustache

/// The page's templates: each is rendered and sent on by itself, so that the page never stands in
/// memory as a whole. Every variable is written `{{name}}`, which escapes; `{{{` and `{{&` would
/// not, and a test looks that no template has one.
struct PageTemplates {
  /// A template's name.
  enum Name: String, CaseIterable {
    case document, head, banners, totals, notices, changes, trend, timeline, tallies
    case controls, subjectsFoot, about, foot
    // Parts of others.
    case bars, countTable

    var source: String {
      switch self {
      case .document: PageTemplates.document
      case .head: PageTemplates.head
      case .banners: PageTemplates.banners
      case .totals: PageTemplates.totals
      case .notices: PageTemplates.notices
      case .changes: PageTemplates.changes
      case .trend: PageTemplates.trend
      case .timeline: PageTemplates.timeline
      case .tallies: PageTemplates.tallies
      case .controls: PageTemplates.controls
      case .subjectsFoot: PageTemplates.subjectsFoot
      case .about: PageTemplates.about
      case .foot: PageTemplates.foot
      case .bars: PageTemplates.bars
      case .countTable: PageTemplates.countTable
      }
    }
  }

  private let templates: [Name: MustacheTemplate]
  private let library: MustacheLibrary

  /// - Throws: Where a template is not well formed, which a test excludes.
  init() throws {
    var templates: [Name: MustacheTemplate] = [:]
    for name in Name.allCases {
      templates[name] = try MustacheTemplate(string: name.source)
    }
    self.templates = templates
    library = MustacheLibrary(
      templates: Dictionary(uniqueKeysWithValues: templates.map { ($0.key.rawValue, $0.value) }))
  }

  func render(_ name: Name, _ values: TemplateValues) -> String {
    templates[name]?.render(values, library: library) ?? ""
  }
}
