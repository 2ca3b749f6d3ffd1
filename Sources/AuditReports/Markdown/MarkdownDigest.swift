import CredentialAudit

/// What is wrong, what changed and what is suppressed, gathered in one reading and bounded: the first
/// few of each are named, the others counted.
struct MarkdownDigest {
  /// How many of a list are shown.
  static let entries = 12
  private static let mentionsPerChange = 6

  private(set) var troubles: TroubleList
  private(set) var changes = ChangeTally()
  private var mentions: [Change: [String]] = [:]
  private var rotations = RotationList(limit: entries)
  private var suppressed: [String] = []
  private var suppressedTotal = 0

  /// - Parameter limit: How many of the subjects that are not in order are kept.
  init(limit: Int) {
    troubles = TroubleList(limit: limit)
  }

  mutating func add(_ authority: AuthorityRecord) {
    troubles.add(Trouble(authority, findings: authority.findings.filter(\.isOpen)))
    note("\(authority.tenant): authority", authority.change, authority.findings)
  }

  mutating func add(_ credential: CredentialRecord) {
    troubles.add(Trouble(credential, findings: credential.findings.filter(\.isOpen)))
    note(credential.heading, credential.change, credential.findings)
    rotations.add(credential)
  }

  private mutating func note(_ name: String, _ change: Change, _ findings: [Finding]) {
    changes.count(change)
    if change != .unchanged, mentions[change, default: []].count < Self.mentionsPerChange {
      mentions[change, default: []].append(MarkdownText.code(name, maximum: 260))
    }
    for finding in findings {
      guard let note = finding.suppressed else { continue }
      suppressedTotal += 1
      guard suppressed.count < Self.entries else { continue }
      suppressed.append(
        "- \(finding.verdict.rawValue) \(MarkdownText.code(name, maximum: 260))"
          + " (\(MarkdownText.code(finding.code, maximum: 60)))"
          + " until \(MarkdownText.prose(note.until, maximum: 20))"
          + " by \(MarkdownText.code(note.owner, maximum: 100)):"
          + " \(MarkdownText.prose(note.reason, maximum: 200))")
    }
  }

  /// What became of how many, and of whom.
  var changeLines: [String] {
    let tally = changes
    let text = tally.text ?? "nothing was looked at"
    let head = [Wording.capitalized(text) + "."]
    guard !tally.isFirstRun else { return head }
    let lines = ChangeTally.order.filter { tally[$0] > 0 }.map { change in
      let named = mentions[change] ?? []
      let rest = tally[change] - named.count
      let more = rest > 0 ? [" and \(Wording.number(rest)) more"] : []
      let title = Wording.capitalized(Wording.change(change) ?? change.rawValue)
      return "- \(title): \(named.joined(separator: ", "))\(more.joined())"
    }
    return lines.isEmpty ? head : head + [""] + lines
  }

  /// Rotations that are under way; nothing where there is none.
  var rotationLines: [String] {
    let entries = rotations.entries
    guard !entries.isEmpty else { return [] }
    var lines = ["", "## Rotations", ""]
    lines += entries.map {
      "- \(MarkdownText.code($0.name, maximum: 260)): \(MarkdownText.prose($0.words, maximum: 400))"
    }
    if rotations.beyond > 0 { lines.append("- … and \(Wording.number(rotations.beyond)) more") }
    return lines
  }

  /// What somebody answers for; nothing where there is none.
  var suppressedLines: [String] {
    guard suppressedTotal > 0 else { return [] }
    var lines = ["", "## Suppressed", ""] + suppressed
    let rest = suppressedTotal - suppressed.count
    if rest > 0 { lines.append("- … and \(Wording.count(rest, "finding", "findings")) more") }
    return lines
  }
}
