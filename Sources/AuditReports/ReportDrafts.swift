import CredentialAudit

/// Several reports that are made by one reading, each in a file of its own. The first in their order
/// that fails takes those behind it with it; those before it are finished all the same.
struct ReportDrafts: Report {
  private struct Draft {
    var report: any Report
    let stream: ByteStream
    let target: WholeFile
    let file: FileDraft
  }

  private var drafts: [Draft] = []
  /// Why the reports are not all of those that were asked for; nil as long as they are.
  private(set) var failure: ReportError?

  /// Begins the files of some formats, which are in the order in which they are to be finished.
  init(of run: any RunReader, _ targets: [(format: ReportFormat, file: WholeFile)]) {
    for (format, target) in targets {
      do {
        drafts.append(try Self.begin(format, of: run, at: target))
      } catch {
        failure = target.failure(error)
        return
      }
    }
  }

  private static func begin(
    _ format: ReportFormat, of run: any RunReader, at target: WholeFile
  ) throws -> Draft {
    let file = try FileDraft(of: target)
    let stream = ByteStream { chunk in try file.send(chunk) }
    do {
      let report = try format.report(of: run, to: stream)
      return Draft(report: report, stream: stream, target: target, file: file)
    } catch {
      file.discard()
      throw error
    }
  }

  var looksAhead: Bool { drafts.contains { $0.report.looksAhead } }
  var writesSubjects: Bool { drafts.contains { $0.report.writesSubjects } }

  mutating func look(at authority: AuthorityRecord) throws {
    try forEach { try $0.report.look(at: authority) }
  }

  mutating func look(at credential: CredentialRecord) throws {
    try forEach { try $0.report.look(at: credential) }
  }

  mutating func begin() throws { try forEach { try $0.report.begin() } }

  mutating func write(_ authority: AuthorityRecord) throws {
    try forEach { try $0.report.write(authority) }
  }

  mutating func endAuthorities() throws { try forEach { try $0.report.endAuthorities() } }

  mutating func write(_ credential: CredentialRecord) throws {
    try forEach { try $0.report.write(credential) }
  }

  mutating func end() throws {
    try forEach { draft in
      try draft.report.end()
      try draft.stream.flush()
    }
  }

  /// Gives the reports their places, in their order; to be called once they have ended.
  ///
  /// - Returns: The paths of those that have one.
  mutating func finish() -> [String] {
    var paths: [String] = []
    for (place, draft) in drafts.enumerated() {
      do {
        try draft.file.finish()
        paths.append(draft.target.path)
      } catch {
        failure = error
        for later in drafts[(place + 1)...] { later.file.discard() }
        break
      }
    }
    drafts = []
    return paths
  }

  /// Gives all of them up, because the run could not be read.
  mutating func discard(_ error: any Error) { drop(from: 0, error) }

  private mutating func forEach(_ step: (inout Draft) throws -> Void) throws(ReportError) {
    for place in drafts.indices {
      do {
        try step(&drafts[place])
      } catch {
        drop(from: place, error)
        break
      }
    }
    if drafts.isEmpty, let failure { throw failure }
  }

  private mutating func drop(from place: Int, _ error: any Error) {
    guard drafts.indices.contains(place) else { return }
    failure = drafts[place].target.failure(error)
    for draft in drafts[place...] { draft.file.discard() }
    drafts.removeSubrange(place...)
  }
}
