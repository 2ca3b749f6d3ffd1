import GRDB

/// Copies subjects' lives: each row once, for a subject and a run.
struct LifeRows {
  private static let columns = "change, old_verdict, old_code, verdict, code"

  let source: Database
  let target: Database
  let subjects: SubjectRows
  let texts: TextRows
  let moments: Moments
  let plan: MergePlan

  func copy() throws {
    let rows = try Row.fetchCursor(
      source,
      sql: """
        SELECT subject_id, run, credential_description_id, at, \(Self.columns)
        FROM verdict_change ORDER BY id
        """)
    while let row = try rows.next() { try copy(row) }
  }

  private func copy(_ row: Row) throws {
    let subject = try subjects.row(of: try row.decode(atIndex: 0))
    let told: String = try row.decode(atIndex: 1)
    // What an attempt saw that does not count is part of the life all the same: the attempt after it
    // saw nothing new.
    let run = plan.dropped[told] == nil ? plan.name(of: told) : told
    // Most of a copied history is there already, and needs no description looked for.
    let sql = "SELECT 1 FROM verdict_change WHERE subject_id = ? AND run = ?"
    guard try target.id(sql, [subject, run]) == nil else { return }
    let description = try texts.description(
      authority: nil, credential: try row.decode(atIndex: 2), of: subject)
    let values = Array(row.databaseValues)
    try target.run(
      """
      INSERT INTO verdict_change (subject_id, run, credential_description_id, at, \(Self.columns))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      StatementArguments(
        [subject, run, description.credential, moments.moved(values[3])], then: values[4...]))
  }
}
