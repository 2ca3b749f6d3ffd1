import CredentialAudit

/// Which subjects get a row. All that is not in order does; what is in order does as long as there
/// is room, because a browser takes its time with more rows than that. Credentials come first: an
/// authority that is in order has less to tell.
///
/// Each subject is asked about once, in the order in which the run lends them, and two askings in
/// that order give the same answers.
struct RowBudget {
  static let rows = 10_000

  /// How many more that are in order get a row, by verdict.
  private var credentials: [Verdict: Int]
  private var authorities: [Verdict: Int]
  private(set) var omittedCredentials = 0
  private(set) var omittedAuthorities = 0

  init(for summary: RunSummary, rows: Int = rows) {
    var room = rows
    func take(_ wanted: Int) -> Int {
      let taken = min(max(0, room), wanted)
      room -= taken
      return taken
    }
    func places(for counts: RunSummary.Counts) -> [Verdict: Int] {
      room -= counts.total - counts.pass - counts.skipped
      return [.pass: take(counts.pass), .skipped: take(counts.skipped)]
    }
    credentials = places(for: summary.credentials)
    authorities = places(for: summary.authorities)
  }

  mutating func admits(_ credential: CredentialRecord) -> Bool {
    let isAdmitted = Self.take(credential.verdict, from: &credentials)
    if !isAdmitted { omittedCredentials += 1 }
    return isAdmitted
  }

  mutating func admits(_ authority: AuthorityRecord) -> Bool {
    let isAdmitted = Self.take(authority.verdict, from: &authorities)
    if !isAdmitted { omittedAuthorities += 1 }
    return isAdmitted
  }

  private static func take(_ verdict: Verdict, from room: inout [Verdict: Int]) -> Bool {
    guard let left = room[verdict] else { return true }
    room[verdict] = max(0, left - 1)
    return left > 0
  }
}
