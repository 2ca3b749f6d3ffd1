import CredentialAudit
import Crypto
import Foundation

/// `report.html`: one file that opens offline and fetches nothing. The run is read first for
/// what stands before the tables, then for their rows, which are sent on one by one.
struct HTMLReport {
  /// With more rows than this a browser takes its time: what is in order is then only counted.
  static let rowLimit = 10_000

  private let run: any RunReader
  private let stream: ByteStream
  private let templates: PageTemplates

  init(run: any RunReader, stream: ByteStream) throws {
    self.run = run
    self.stream = stream
    templates = try PageTemplates()
  }

  func write() throws {
    let overview = PageOverview(
      run: run.run, notices: try run.notices(), summary: try run.summary(),
      digest: try RunDigest(of: run))
    try writeDocumentHead()
    try send(.head, overview.head)
    try send(.banners, overview.banners)
    try send(.totals, overview.totals)
    try send(.changes, overview.changes)
    try send(.timeline, overview.timeline)
    try writeAuthorities(overview)
    try writeCredentials(overview)
    try send(.foot, overview.head)
    try stream.write("<script>\(PageScript.text)</script>\n</body>\n</html>\n")
  }

  /// The policy allows this style and this script by their hashes and nothing else: were a name
  /// ever written unescaped, what it carries would neither run nor fetch.
  private func writeDocumentHead() throws {
    let policy =
      "default-src 'none'; style-src '\(Self.hash(of: Stylesheet.text))'; "
      + "script-src '\(Self.hash(of: PageScript.text))'; base-uri 'none'; form-action 'none'"
    var values = TemplateValues()
    values.set("policy", policy)
    values.set("run_id", run.run.id)
    values.set("day", Wording.day(run.run.startedAt))
    try send(.document, values)
    try stream.write("<style>\(Stylesheet.text)</style>\n</head>\n<body>\n")
    try stream.write("<a class=\"skip\" href=\"#credentials\">Skip to the credentials</a>\n")
  }

  /// As Content Security Policy Level 3, section 2.3.1, writes a hash.
  private static func hash(of text: String) -> String {
    "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }

  private func writeAuthorities(_ overview: PageOverview) throws {
    var values = TemplateValues()
    values.set("amount", Wording.number(overview.summary.authorities.total))
    try send(.authoritiesHead, values)
    // They come by tenant; a reading for each verdict puts the worst first without keeping any.
    for verdict in Verdict.allCases.sorted(by: { $0.severity > $1.severity }) {
      try run.forEachAuthority { authority in
        guard authority.verdict == verdict else { return }
        try send(.authority, SubjectRow.values(of: authority))
      }
    }
    try send(.tableFoot, Self.foot(omitted: 0))
  }

  private func writeCredentials(_ overview: PageOverview) throws {
    let total = overview.summary.credentials.total
    var values = TemplateValues()
    values.set("amount", Wording.number(total))
    values.set("shown", Wording.count(total, "credential", "credentials"))
    try send(.credentialsHead, values)
    var sent = 0
    var omitted = 0
    try run.forEachCredential { credential in
      // Worst first: what comes after the limit is in order, or so bad a run that all is shown.
      let isInOrder = credential.verdict.severity <= Verdict.pass.severity
      guard sent < Self.rowLimit || !isInOrder else {
        omitted += 1
        return
      }
      sent += 1
      try send(.credential, SubjectRow.values(of: credential))
    }
    try send(.tableFoot, Self.foot(omitted: omitted))
  }

  private static func foot(omitted: Int) -> TemplateValues {
    var values = TemplateValues()
    let words = Wording.count(omitted, "credential", "credentials")
    values.set(
      "omitted",
      omitted > 0
        ? "\(words) more that are in order have no row here: report.json and findings.csv have them."
        : nil)
    return values
  }

  private func send(_ name: PageTemplates.Name, _ values: TemplateValues) throws {
    try stream.write(templates.render(name, values))
  }
}
