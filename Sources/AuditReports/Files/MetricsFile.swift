package import CredentialAudit
import Foundation

/// A run's metrics in a file of their own, for the collector that another user's process is. It is
/// readable by all, unlike the reports.
package struct MetricsFile: Sendable {
  /// More than the lines that come before the first metric.
  private static let headLength = 16 * 1024
  /// Where it is, as it was named.
  package let path: String

  private var file: WholeFile { WholeFile(path: path, mode: 0o644, destination: .metrics) }

  /// - Parameter path: Of a file that is there or will be, in a folder that is there.
  package init(path: String) {
    self.path = path
  }

  /// Sees whether the file can be written, before there is anything to write. No folder is made:
  /// a collector reads one that its operator made, and a mistyped name must not become a folder
  /// that nobody reads. What a killed run left half written beside it is taken away.
  package func prepare() throws(ReportError) {
    let folder = file.folder
    guard access(folder, W_OK | X_OK) == 0 else {
      throw .unwritable(path: folder, code: errno, for: .metrics)
    }
    // To put a file in the place of /dev/stdout, which is a link, is what root may do and nobody means.
    var facts = stat()
    guard lstat(path, &facts) != 0 || facts.st_mode & S_IFMT == S_IFREG else {
      throw .noFile(path: path)
    }
    PartialSweep(folder: folder, names: [PartialFile.name(of: path)]).sweep()
  }

  /// Whether a run over a part would take the place of another scope's: then the metrics of all that
  /// it does not look at, and with them their alerts, would be gone without a word.
  ///
  /// - Returns: What the file that is there is about; nil where the run may replace it, which a run
  ///   over everything always may, and any run may where no file is there or it is not ours.
  package func otherScope(than scope: RunScope, isOffline: Bool) -> String? {
    let words = MetricsScope.words(for: scope, isOffline: isOffline)
    guard words != MetricsScope.whole, let file = FileHandle(forReadingAtPath: path),
      let head = try? file.read(upToCount: Self.headLength),
      let standing = MetricsScope.words(inHead: String(decoding: head, as: UTF8.self)),
      standing != words
    else { return nil }
    return standing
  }

  /// Writes the run's metrics whole, in the place of what was there.
  ///
  /// - Returns: The file's path, as ``ReportWriter`` returns those of its files.
  @discardableResult
  package func write(_ run: any RunReader) throws(ReportError) -> [String] {
    try file.write { sink in try ReportFormat.prom.write(run: run, to: sink) }
    return [path]
  }
}
