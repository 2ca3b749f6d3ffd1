import Mustache

/// The page's templates: each is rendered and sent on by itself, so that the page never stands in
/// memory as a whole. Every variable is written `{{name}}`, which escapes; `{{{` and `{{&` would
/// not, and a test looks that no template has one.
struct PageTemplates {
  /// A template's name.
  enum Name: String, CaseIterable {
    case document, head, banners, totals, changes, timeline
    case authoritiesHead, authority, credentialsHead, credential, tableFoot, foot
    case findings

    var source: String {
      switch self {
      case .document: PageTemplates.document
      case .head: PageTemplates.head
      case .banners: PageTemplates.banners
      case .totals: PageTemplates.totals
      case .changes: PageTemplates.changes
      case .timeline: PageTemplates.timeline
      case .authoritiesHead: PageTemplates.authoritiesHead
      case .authority: PageTemplates.authority
      case .credentialsHead: PageTemplates.credentialsHead
      case .credential: PageTemplates.credential
      case .tableFoot: PageTemplates.tableFoot
      case .foot: PageTemplates.foot
      case .findings: PageTemplates.findings
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
