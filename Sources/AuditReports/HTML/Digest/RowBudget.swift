import CredentialAudit

/// Which subjects get a row. All that is not in order does, up to a number that no browser opens in
/// reasonable time; what is in order does as long as there is room, because a browser takes its time
/// with more rows than that. Of equals, an authority that is not in order comes first, because others
/// depend on it, and one that is in order last, because it has less to tell.
///
/// Each subject is asked about once, in the order in which the run lends them, and two askings in
/// that order give the same answers.
struct RowBudget {
  static let rows = 10_000
  /// On a busy machine of two cores, a page of so many took Chromium 12 seconds and 50 MB, one of
  /// 50,000 took 42 seconds and 124 MB.
  static let badRows = 20_000
  private static let bad: [RowStanding] = [.critical, .unknown, .warning, .suppressed]

  /// How many more get a row; without an entry all do.
  private var credentials: [RowStanding: Int] = [:]
  private var authorities: [RowStanding: Int] = [:]
  /// Of what is in order.
  private(set) var omittedCredentials = 0
  private(set) var omittedAuthorities = 0
  /// How many that are not in order have no row.
  let omittedBad: Int

  init(for summary: RunSummary, rows: Int = rows, badRows: Int = badRows) {
    func bad(_ counts: RunSummary.Counts) -> Int {
      Self.bad.reduce(0) { $0 + counts[keyPath: $1.count] }
    }
    let (badAuthorities, badCredentials) = (bad(summary.authorities), bad(summary.credentials))
    omittedBad = max(0, badAuthorities + badCredentials - badRows)
    var room = badRows
    func take(_ wanted: Int) -> Int {
      let taken = min(max(0, room), wanted)
      room -= taken
      return taken
    }
    if omittedBad > 0 {
      for standing in Self.bad {
        authorities[standing] = take(summary.authorities[keyPath: standing.count])
        credentials[standing] = take(summary.credentials[keyPath: standing.count])
      }
    }
    // So many credentials have a row each, however many authorities are not in order.
    room = rows - badCredentials
    for standing in [RowStanding.pass, .skipped] {
      credentials[standing] = take(summary.credentials[keyPath: standing.count])
    }
    room -= badAuthorities
    for standing in [RowStanding.pass, .skipped] {
      authorities[standing] = take(summary.authorities[keyPath: standing.count])
    }
  }

  mutating func admits(_ credential: CredentialRecord) -> Bool {
    let standing = RowStanding(credential.verdict, credential.findings)
    let isAdmitted = Self.take(standing, from: &credentials)
    if !isAdmitted, !Self.bad.contains(standing) { omittedCredentials += 1 }
    return isAdmitted
  }

  mutating func admits(_ authority: AuthorityRecord) -> Bool {
    let standing = RowStanding(authority.verdict, authority.findings)
    let isAdmitted = Self.take(standing, from: &authorities)
    if !isAdmitted, !Self.bad.contains(standing) { omittedAuthorities += 1 }
    return isAdmitted
  }

  /// Where no authority of a verdict gets a row that is known before they are read; then they are
  /// counted as omitted.
  mutating func omitsAuthorities(of verdict: Verdict, _ summary: RunSummary) -> Bool {
    // What is not in order may also be suppressed, of which there may be room.
    let standing = RowStanding(verdict, [])
    guard !Self.bad.contains(standing), authorities[standing] == 0 else { return false }
    omittedAuthorities += summary.authorities[keyPath: standing.count]
    return true
  }

  private static func take(_ standing: RowStanding, from room: inout [RowStanding: Int]) -> Bool {
    guard let left = room[standing] else { return true }
    room[standing] = max(0, left - 1)
    return left > 0
  }
}
