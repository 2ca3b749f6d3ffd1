import AuditStore
import CredentialAudit
import Foundation
import Logging
import Synchronization

/// Writes findings down in batches as they come, and shows how far the run is.
final class RunRecording: Sendable {
  private struct State {
    var authorities: [AuthorityRecord] = []
    var credentials: [CredentialRecord] = []
    var suppressions: SuppressionTally
    /// Those that only a directory knows, which are not among `credentials` above.
    var entries: [CredentialRecord] = []
    /// Tenants whose directory was read to its end.
    var read: Set<String> = []
    /// How many of what only directories know have come.
    var found = 0
    /// How many credentials of either kind have come.
    var met = 0
    var done = 0
    /// How many of the plan are stored.
    var stored = 0
    var failure: (any Error)?
  }

  /// Few enough that little is lost when the power goes, enough that the disk is not the brake.
  private static let batch = 100

  private let recorder: RunRecorder
  private let total: Int
  private let progress: ProgressDisplay
  private let logger: Logger
  private let state: Mutex<State>
  /// One batch is written at a time, and the run is not closed beside one.
  private let writing = Mutex(())

  init(
    _ recorder: RunRecorder, total: Int, suppressions: SuppressionTally,
    progress: ProgressDisplay, logger: Logger
  ) {
    state = Mutex(State(suppressions: suppressions))
    self.recorder = recorder
    self.total = total
    self.progress = progress
    self.logger = logger
  }

  func note(_ notices: [RunNotice]) throws {
    try recorder.note(notices)
  }

  /// Writes down what the auditor itself looks like by now, and what is wrong with it.
  func describe(_ auditor: AuditorState, _ notices: [RunNotice]) throws {
    try note(notices)
    try recorder.update(auditor: auditor.evidence)
  }

  func record(_ observation: AuditObservation, by judge: Judge) throws {
    switch observation {
    case .authority(let seen):
      let record = judge.judge(seen)
      log(record.tenant, record.verdict, record.findings)
      state.withLock { state in
        if case .read = seen.directory { state.read.insert(record.tenant) }
        state.authorities.append(record)
        state.suppressions.count(record)
      }
    case .credential(var seen):
      if seen.directory != nil, !recorder.run.offline {
        seen.history = try recorder.rotation(of: seen.planned.name)
      }
      let record = judge.judge(seen)
      log(record.subject, record.verdict, record.findings)
      state.withLock { state in
        state.credentials.append(record)
        state.met += 1
        state.suppressions.count(record)
      }
    case .entry(var seen):
      if seen.takenBeside != nil { seen.history = try recorder.rotation(of: seen.name) }
      let record = judge.judge(seen)
      log(record.subject, record.verdict, record.findings)
      state.withLock { state in
        state.entries.append(record)
        state.found += 1
        state.met += 1
        state.suppressions.count(record)
      }
    }
    let (done, all, isFull, failure) = state.withLock { state in
      state.done += 1
      let waiting = state.authorities.count + state.credentials.count + state.entries.count
      return (state.done, total + state.found, waiting >= Self.batch, state.failure)
    }
    // A disk that is full ends the looking too: what cannot be written down need not be asked.
    if let failure { throw failure }
    if isFull { try flush() }
    progress.show(done: done, of: all)
  }

  /// Writes down once a second what has come, until it is cancelled: a run of few and slow subjects
  /// fills no batch, and pulling the plug must lose next to nothing. Real time, because this is about
  /// the power and not about the run. What goes wrong is thrown by whoever writes or closes next.
  func flushRegularly() async throws {
    while true {
      try await Task.sleep(for: .seconds(1))
      try flush()
    }
  }

  /// Closes the run: complete only if every subject of the plan is in the store. What the inventory
  /// no longer has is said of a run that was not cut, and does not count for that. A batch that was
  /// lost leaves the run without an end, which the next one recognises.
  /// `inventory` is all that it has, whatever the run was asked for; `watched` is what it has looked at
  /// of its tenants' directories.
  func finish(
    at end: Date, wasCut: Bool, inventory: Set<SubjectName>,
    watched: [String: WatchedDirectory] = [:]
  ) throws -> StoredRun {
    progress.clear()
    try flush()
    let (stored, failure, suppressions, read) = state.withLock {
      ($0.stored, $0.failure, $0.suppressions, $0.read)
    }
    if let failure { throw failure }
    let isWhole = !wasCut && stored == total
    if isWhole {
      let directories = Set(watched.keys)
      try recorder.conclude(
        inventory: inventory,
        unread: recorder.run.scope.isOfWholeTenants ? directories.subtracting(read) : directories,
        watched: watched)
    }
    if isWhole, let notice = nothingMet { try note([notice]) }
    // What a suppression matched is known only now.
    try note(suppressions.notices(complete: isWhole, offline: recorder.run.offline))
    // And of one that is about other parts too, only where they are put together.
    if recorder.run.scope.shard != nil { try recorder.keep(suppressions.account) }
    return try recorder.finish(at: end, complete: isWhole)
  }

  /// Said where a directory was to know what was asked for, and did not.
  private var nothingMet: RunNotice? {
    let scope = recorder.run.scope
    guard !scope.applications.isEmpty || !scope.owners.isEmpty, scope.shard == nil,
      state.withLock({ $0.met == 0 })
    else { return nil }
    return RunNotice(
      code: "scope-met-nothing",
      message: "no credential fits what was asked for, neither in the inventory nor in a directory")
  }

  private func flush() throws {
    try writing.withLock { _ in
      let (authorities, credentials, entries) = state.withLock { state in
        defer {
          state.authorities = []
          state.credentials = []
          state.entries = []
        }
        return (state.authorities, state.credentials, state.entries)
      }
      guard !authorities.isEmpty || !credentials.isEmpty || !entries.isEmpty else { return }
      do {
        try recorder.record(authorities: authorities, credentials: credentials + entries)
        state.withLock { $0.stored += authorities.count + credentials.count }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
        throw error
      }
    }
  }

  private func log(_ subject: String, _ verdict: Verdict, _ findings: [Finding]) {
    logger.debug(
      "judged",
      metadata: [
        "subject": "\(subject)", "verdict": "\(verdict.rawValue)",
        "code": "\(findings.first?.code ?? "")",
      ])
  }
}
