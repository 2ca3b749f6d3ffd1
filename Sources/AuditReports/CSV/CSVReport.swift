import CredentialAudit

/// `findings.csv`, for spreadsheets: one row per finding with what is known of its subject (RFC
/// 4180: commas, CRLF, a header). What must be known of the run before its rows are read (that it
/// is incomplete, offline or filtered, its notices) comes first as rows of the record `notice`.
///
/// It begins with a byte order mark, without which Excel takes UTF-8 for the machine's code page;
/// programs have `report.json`.
struct CSVReport: Report {
  private let run: any RunReader
  private let stream: ByteStream

  init(run: any RunReader, stream: ByteStream) {
    self.run = run
    self.stream = stream
  }

  func begin() throws {
    try stream.write("\u{FEFF}" + CSVRow.header)
    try writeNotices()
  }

  func write(_ authority: AuthorityRecord) throws {
    try write(authority.findings, CSVRow(run: run.run, authority: authority))
  }

  func write(_ credential: CredentialRecord) throws {
    try write(credential.findings, CSVRow(run: run.run, credential: credential))
  }

  func end() throws {}

  private func write(_ findings: [Finding], _ subject: CSVRow) throws {
    var row = subject
    for finding in findings {
      row.set(finding)
      try row.write(to: stream)
    }
  }

  private func writeNotices() throws {
    let statements = RunStatement.all(of: run.run, summary: try run.summary())
    for notice in try statements.map(\.notice) + run.notices() {
      try CSVRow(run: run.run, notice: notice).write(to: stream)
    }
  }
}
