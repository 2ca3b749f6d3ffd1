import CredentialAudit
import GRDB

/// Puts what was last said of each subject of a file beside what the merged database has: the later
/// word holds, and a live one rather than an offline one.
struct StandingRows {
  /// How late a word is. What was found missing was found so by a later run than the one that looked.
  private struct Word: Comparable {
    let isLive: Bool
    let moment: Int64

    static func < (lhs: Word, rhs: Word) -> Bool {
      lhs.isLive != rhs.isLive ? !lhs.isLive : lhs.moment < rhs.moment
    }
  }

  private static let columns = [
    "offline", "verdict", "code", "streak", "recent", "known_source", "known_thumbprint",
    "known_end", "known_end_from", "known_roles",
  ]

  let source: Database
  let target: Database
  let subjects: SubjectRows
  let texts: TextRows
  let moments: Moments
  let plan: MergePlan
  /// The rows of runs in the merged database, by their ids.
  let rows: [String: Int64]

  func copy() throws {
    let standings = try Row.fetchCursor(
      source,
      sql: """
        SELECT t.subject_id, r.run, t.authority_description_id, t.credential_description_id,
          t.looked_at, t.gone_at, t.since, t.failing_since, t.last_passed_at,
          \(Self.columns.map { "t." + $0 }.joined(separator: ", "))
        FROM standing t LEFT JOIN run r ON r.id = t.run_id ORDER BY t.subject_id
        """)
    while let row = try standings.next() { try copy(row) }
  }

  private func copy(_ row: Row) throws {
    let subject = try subjects.row(of: try row.decode(atIndex: 0))
    let run: String? = try row.decode(atIndex: 1)
    var values = Array(row.databaseValues)
    for place in 4...8 { values[place] = moments.moved(values[place]) }
    // What an attempt said that does not count comes before all that was said by one that does,
    // whichever began first.
    if let begin = run.flatMap({ plan.dropped[$0] }) {
      values[4] = min(try Self.moment(values[4]), begin - 1).databaseValue
    }
    let word = Word(
      isLive: try !row.decode(Bool.self, atIndex: 9),
      moment: try max(Self.moment(values[4]), Int64.fromDatabaseValue(values[5]) ?? .min))
    if let known = try standing(of: subject), known >= word { return }
    let description = try texts.description(
      authority: try row.decode(atIndex: 2), credential: try row.decode(atIndex: 3), of: subject)
    try target.run(
      """
      INSERT OR REPLACE INTO standing (subject_id, run_id, authority_description_id,
        credential_description_id, looked_at, gone_at, since, failing_since, last_passed_at,
        \(Self.columns.joined(separator: ", ")))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      StatementArguments(
        [
          subject, run.flatMap { rows[plan.name(of: $0)] }, description.authority,
          description.credential,
        ], then: values[4...]))
  }

  private func standing(of subject: Int64) throws -> Word? {
    let sql = "SELECT offline, looked_at, gone_at FROM standing WHERE subject_id = ?"
    return try target.row(sql, [subject]).map { row in
      Word(
        isLive: try !row.decode(Bool.self, atIndex: 0),
        moment: try max(
          row.decode(Int64.self, atIndex: 1), row.decode(Int64?.self, atIndex: 2) ?? .min))
    }
  }

  private static func moment(_ value: DatabaseValue) throws -> Int64 {
    guard let moment = Int64.fromDatabaseValue(value) else { throw StoredText.Malformed() }
    return moment
  }
}
