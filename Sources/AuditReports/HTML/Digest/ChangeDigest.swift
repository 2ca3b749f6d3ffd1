import CredentialAudit

/// What became of the run's subjects, with the first few of each kind by name.
struct ChangeDigest {
  /// A subject that is named before the rows.
  struct Mention {
    let name: String
    /// Nil where the subject has no row.
    let anchor: String?
    let standing: RowStanding
    /// The code of what is worst with it; nil where nothing is.
    let code: String?
  }

  static let mentionsPerTurn = 8

  private(set) var tally = ChangeTally()
  private(set) var counts: [SubjectTurn: Int] = [:]
  private(set) var mentions: [SubjectTurn: [Mention]] = [:]

  mutating func add(_ authority: AuthorityRecord, hasRow: Bool) {
    add(
      authority.change, authority.findings, name: "\(authority.tenant): authority",
      anchor: hasRow ? Anchor.of(authority) : nil,
      standing: RowStanding(authority.verdict, authority.findings))
  }

  mutating func add(_ credential: CredentialRecord, hasRow: Bool) {
    add(
      credential.change, credential.findings, name: credential.heading,
      anchor: hasRow ? Anchor.of(credential) : nil,
      standing: RowStanding(credential.verdict, credential.findings))
  }

  private mutating func add(
    _ change: Change, _ findings: [Finding], name: @autoclosure () -> String,
    anchor: @autoclosure () -> String?, standing: @autoclosure () -> RowStanding
  ) {
    tally.count(change)
    guard let turn = SubjectTurn(change, findings) else { return }
    counts[turn, default: 0] += 1
    guard mentions[turn, default: []].count < Self.mentionsPerTurn else { return }
    mentions[turn, default: []].append(
      Mention(
        name: name(), anchor: anchor(), standing: standing(),
        code: findings.first.flatMap { $0.isBad ? $0.code : nil }))
  }
}
