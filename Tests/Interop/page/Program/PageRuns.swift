import AuditReports
import CredentialAudit
import Foundation
import TestSupport

/// Writes report.html of runs that never were, for a browser to open: one of each size that is
/// asked for, into a folder named by its number of credentials.
@main
enum PageRuns {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    guard let folder = words.first, words.count > 1 else {
      throw WrongUse(usage: "page-runs FOLDER CREDENTIALS…")
    }
    for word in words.dropFirst() {
      guard let count = Int(word), count > 0 else {
        throw WrongUse(usage: "'\(word)' is no number of credentials")
      }
      try ReportWriter(folder: "\(folder)/\(count)")
        .write(SyntheticRun(credentials: count).run, formats: [.html])
    }
  }

  struct WrongUse: Error {
    let usage: String
  }
}
