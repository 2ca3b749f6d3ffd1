import CredentialAudit

/// What the page says before its tables, gathered in one reading and bounded: however large the
/// run, only totals, months and the first few of each kind are kept.
struct RunDigest {
  /// A subject that is named before the tables.
  struct Mention {
    let name: String
    let anchor: String
    let verdict: Verdict
  }

  static let mentionsPerChange = 12

  private(set) var changes = ChangeTally()
  private(set) var mentions: [Change: [Mention]] = [:]
  private(set) var timeline: ExpiryTimeline

  init(of run: any RunReader) throws {
    timeline = ExpiryTimeline(from: run.run.startedAt)
    try run.forEachAuthority { authority in
      note(
        authority.change,
        Mention(
          name: "\(authority.tenant): authority", anchor: Anchor.of(authority),
          verdict: authority.verdict))
    }
    try run.forEachCredential { credential in
      note(
        credential.change,
        Mention(
          name: credential.subject, anchor: Anchor.of(credential), verdict: credential.verdict))
      timeline.add(credential)
    }
  }

  private mutating func note(_ change: Change, _ mention: Mention) {
    changes.count(change)
    guard change != .unchanged, mentions[change, default: []].count < Self.mentionsPerChange else {
      return
    }
    mentions[change, default: []].append(mention)
  }
}
