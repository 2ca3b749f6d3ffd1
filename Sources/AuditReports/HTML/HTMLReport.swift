import CredentialAudit
import Crypto
import Foundation

/// `report.html`: one file that opens offline and fetches nothing. The run is read first for
/// what stands before the rows, then for the rows, which are sent on one by one.
struct HTMLReport: Report {
  private let run: any RunReader
  private let stream: ByteStream
  private let templates: PageTemplates
  private let summary: RunSummary
  private let row: SubjectRow
  private var digest: RunDigest
  private var budget: RowBudget
  /// The verdicts whose authorities have not been written yet, worst first.
  private var authorities = Verdict.allCases.sorted { $0.severity > $1.severity }[...]

  init(run: any RunReader, stream: ByteStream) throws {
    self.run = run
    self.stream = stream
    templates = try PageTemplates()
    summary = try run.summary()
    row = SubjectRow(start: run.run.startedAt)
    digest = RunDigest(from: run.run.startedAt, summary: summary)
    budget = RowBudget(for: summary)
  }

  var looksAhead: Bool { true }

  mutating func look(at authority: AuthorityRecord) { digest.add(authority) }
  mutating func look(at credential: CredentialRecord) { digest.add(credential) }

  func begin() throws {
    try writeDocumentHead()
    try send(.head, HeadSection(run: run.run, summary: summary).values)
    try writeOverview()
    try send(.controls, ControlsSection(digest: digest, summary: summary).values)
  }

  mutating func write(_ credential: CredentialRecord) throws {
    try writeAuthorities(downTo: credential.verdict)
    guard budget.admits(credential) else { return }
    try send(row.markup(of: credential))
  }

  mutating func end() throws {
    try writeAuthorities(downTo: .skipped)
    try send(.subjectsFoot, Self.foot(budget))
    try send(
      .about,
      AboutSection(
        run: run.run, previous: try run.previousRun(), lastCompleteEnd: try run.lastCompleteEnd()
      ).values)
    try send(.foot, HeadSection(run: run.run, summary: summary).values)
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
  }

  /// As Content Security Policy Level 3, section 2.3.1, writes a hash.
  private static func hash(of text: String) -> String {
    "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }

  private func writeOverview() throws {
    let notices = try run.notices()
    try send(.banners, BannerSection(run: run.run, summary: summary).values)
    try send(.totals, TotalsSection(summary: summary).values)
    try send(.notices, NoticeSection(notices).values)
    try send(
      .changes,
      ChangeSection(
        digest: digest.changes, previous: try run.previousRun(), notices: notices
      ).values)
    let trend = TrendDrawing(try run.trend(limit: TrendDrawing.runsShown))
    if trend.isWorthDrawing { try send(.trend, TrendSection(drawing: trend).values) }
    try stream.write("</div>\n")
    try send(.timeline, TimelineSection(timeline: digest.timeline).values)
    try send(.tallies, TallySection(digest: digest).values)
  }

  /// Authorities come by tenant; a reading for each verdict puts them before the credentials of
  /// that verdict without keeping any.
  private mutating func writeAuthorities(downTo verdict: Verdict) throws {
    while let next = authorities.first, next.severity >= verdict.severity {
      authorities.removeFirst()
      guard summary.authorities.mayHave(next), !budget.omitsAuthorities(of: next, summary) else {
        continue
      }
      try run.forEachAuthority { authority in
        guard authority.verdict == next, budget.admits(authority) else { return }
        try send(row.markup(of: authority))
      }
    }
  }

  private static func foot(_ budget: RowBudget) -> TemplateValues {
    let words = [
      (budget.omittedCredentials, "credential", "credentials"),
      (budget.omittedAuthorities, "authority", "authorities"),
    ].filter { $0.0 > 0 }.map { Wording.count($0.0, $0.1, $0.2) }
    let others = budget.omittedBad > 0 ? "" : " All that is not in order has one."
    var values = TemplateValues()
    values.set(
      "omitted",
      words.isEmpty
        ? nil
        : "\(words.joined(separator: " and ")) more that are in order have no row here: "
          + "report.json and findings.csv have them.\(others)")
    return values
  }

  private func send(_ markup: Markup) throws {
    try stream.write { $0 += markup.bytes }
  }

  private func send(_ name: PageTemplates.Name, _ values: TemplateValues) throws {
    try stream.write(templates.render(name, values))
  }
}

extension RunSummary.Counts {
  /// Whether a subject of this verdict may be among those counted. Suppressed ones are counted
  /// apart and may be of any bad verdict.
  fileprivate func mayHave(_ verdict: Verdict) -> Bool {
    switch verdict {
    case .critical: critical + suppressed > 0
    case .unknown: unknown + suppressed > 0
    case .warning: warning + suppressed > 0
    case .pass: pass > 0
    case .skipped: skipped > 0
    }
  }
}
