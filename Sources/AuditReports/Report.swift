import CredentialAudit

/// One format's report in the making. It is handed a run's subjects while they are read, so that one
/// reading serves all formats; of what it is handed it keeps a bounded part.
///
/// What it is asked, in this order: to look at each subject, where it looks ahead; to begin; to write
/// each authority; to end them; to write each credential; to end. Authorities come by tenant,
/// credentials in the order of ``Priority``.
protocol Report {
  /// Whether something about all subjects stands before the first.
  var looksAhead: Bool { get }
  /// Whether it writes subjects as they come; asked once it has begun. Where another one of the same
  /// reading does, it is handed them all the same.
  var writesSubjects: Bool { get }

  mutating func look(at authority: AuthorityRecord) throws
  mutating func look(at credential: CredentialRecord) throws
  mutating func begin() throws
  mutating func write(_ authority: AuthorityRecord) throws
  mutating func endAuthorities() throws
  mutating func write(_ credential: CredentialRecord) throws
  mutating func end() throws
}

extension Report {
  var looksAhead: Bool { false }
  var writesSubjects: Bool { true }
  func look(at authority: AuthorityRecord) throws {}
  func look(at credential: CredentialRecord) throws {}
  func write(_ authority: AuthorityRecord) throws {}
  func endAuthorities() throws {}
  func write(_ credential: CredentialRecord) throws {}

  /// Has it written whole, by reading the run once, or twice where it looks ahead.
  mutating func write(_ run: any RunReader) throws {
    if looksAhead {
      try run.forEachAuthority { try look(at: $0) }
      try run.forEachCredential { try look(at: $0) }
    }
    try begin()
    let writesSubjects = writesSubjects
    if writesSubjects { try run.forEachAuthority { try write($0) } }
    try endAuthorities()
    if writesSubjects { try run.forEachCredential { try write($0) } }
    try end()
  }
}
