import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

/// Reading a run of a hundred thousand credentials is most of what its reports cost.
@Suite("Readings of a run")
struct ReadingsTests {
  /// Counts how often the credentials are read.
  private final class CountedRun: RunReader {
    private let whole: MemoryRun
    private(set) var readings = 0

    init(_ whole: MemoryRun) {
      self.whole = whole
    }

    var run: AuditRun { whole.run }
    func notices() throws -> [RunNotice] { try whole.notices() }
    func summary() throws -> RunSummary { try whole.summary() }
    func previousRun() throws -> AuditRun? { try whole.previousRun() }
    func lastCompleteEnd() throws -> Date? { try whole.lastCompleteEnd() }
    func trend(limit: Int) throws -> [RunTotals] { try whole.trend(limit: limit) }

    func forEachAuthority(_ body: (AuthorityRecord) throws -> Void) throws {
      try whole.forEachAuthority(body)
    }

    func forEachCredential(_ body: (CredentialRecord) throws -> Void) throws {
      readings += 1
      try whole.forEachCredential(body)
    }
  }

  @Test(
    "are as few as each format needs alone",
    arguments: [
      (ReportFormat.html, 2), (.md, 1), (.csv, 1), (.junit, 2), (.sarif, 2), (.ics, 1), (.json, 1),
      // Of each metric all samples stand together.
      (.prom, 3),
    ])
  func alone(format: ReportFormat, readings: Int) throws {
    let run = CountedRun(SampleRun.whole)
    try format.write(run: run) { _ in }
    #expect(run.readings == readings)
  }

  @Test(
    "are no more for all formats than looking ahead, writing, and what two of them read by themselves"
  )
  func together() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "readings-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = CountedRun(SampleRun.whole)
    try ReportWriter(folder: folder.path()).write(run)
    #expect(run.readings == 5)
  }

  @Test("are not made for results where there is none")
  func nothingWrong() throws {
    let run = CountedRun(MemoryRun(run: SampleRun.facts()))
    try ReportFormat.sarif.write(run: run) { _ in }
    #expect(run.readings == 1)
  }
}
