import CredentialAudit
import Foundation
import TestSupport

extension SampleRun {
  /// The whole run with runs before it: everything that a page can have.
  static var night: MemoryRun {
    var night = whole
    night.noticeList.append(
      RunNotice(code: "looks-renamed", message: "'t/new' is new and looks like 't/old'"))
    night.before = facts()
    night.completeEnd = start + 42
    night.totals = (0..<30).map { number in
      RunTotals(
        id: "run-\(number)", startedAt: start - Double(29 - number) * 86_400,
        summary: (try? whole.summary()) ?? RunSummary())
    }
    return night
  }
}
