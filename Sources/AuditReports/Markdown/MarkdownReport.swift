import CredentialAudit

/// `report.md`, for chat and wikis: GitHub-flavoured Markdown that reads well unrendered, too. What
/// is wrong stands in it as far as there is room, what is in order is only counted.
struct MarkdownReport: Report {
  /// The most that a comment on GitHub takes is 65,536 characters.
  private static let room = 65_000
  private static let subjects = 50

  private let run: any RunReader
  private let stream: ByteStream
  private var digest = MarkdownDigest(limit: subjects)

  init(run: any RunReader, stream: ByteStream) {
    self.run = run
    self.stream = stream
  }

  var looksAhead: Bool { true }
  var writesSubjects: Bool { false }

  mutating func look(at authority: AuthorityRecord) { digest.add(authority) }
  mutating func look(at credential: CredentialRecord) { digest.add(credential) }

  func begin() throws {
    let summary = try run.summary()
    let head = MarkdownHead(run: run.run, previous: try run.previousRun(), summary: summary)
    let before = head.lines + ["", "## What changed", ""] + digest.changeLines
    let after = digest.rotationLines + digest.suppressedLines + Self.lines(of: try run.notices())
    let room = Self.room - Self.size(before) - Self.size(after)
    try write(before)
    try write(["", "## What is wrong", ""])
    if digest.troubles.total > 0 {
      try write(digest, within: room)
    } else {
      let looked = summary.authorities.total + summary.credentials.total > 0
      try write([
        looked ? "Nothing is wrong with what was looked at." : "This run looked at nothing."
      ])
    }
    try write(after)
  }

  func end() throws {}

  private func write(_ digest: MarkdownDigest, within room: Int) throws {
    let troubles = digest.troubles
    try write([
      "\(Priority.sentence) By tenant, the one with the worst first; of equals an authority before"
        + " a credential."
    ])
    var used = 0
    var shown = 0
    listing: for (tenant, list) in troubles.byTenant {
      var heading = ["", "### Tenant \(MarkdownText.code(tenant))", ""]
      for trouble in list {
        let item = MarkdownTrouble(trouble: trouble, isFirstRun: digest.changes.isFirstRun)
        let lines = heading + item.lines
        used += Self.size(lines)
        guard used <= room else { break listing }
        try write(lines)
        (heading, shown) = ([], shown + 1)
      }
    }
    if shown < troubles.total {
      let rest = Wording.count(troubles.total - shown, "subject", "subjects")
      try write(["", "… and \(rest) more; `report.html` and `report.json` have them all."])
    }
  }

  private static func lines(of notices: [RunNotice]) -> [String] {
    guard !notices.isEmpty else { return [] }
    let shown = notices.prefix(MarkdownDigest.entries)
    var lines = ["", "## Notices", ""]
    lines += shown.map { "- Notice: \(MarkdownText.prose($0.message, maximum: 300))" }
    if notices.count > shown.count {
      lines.append("- … and \(Wording.number(notices.count - shown.count)) more")
    }
    return lines
  }

  private static func size(_ lines: [String]) -> Int {
    lines.reduce(0) { $0 + $1.unicodeScalars.count + 1 }
  }

  private func write(_ lines: [String]) throws {
    for line in lines { try stream.write(line + "\n") }
  }
}
