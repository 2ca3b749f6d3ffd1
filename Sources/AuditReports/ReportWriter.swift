package import CredentialAudit
import Foundation

/// Writes a run's reports into a folder.
package struct ReportWriter: Sendable {
  private let folder: String

  /// - Parameter folder: Made where it is not there, readable by owner and group; empty for the
  ///   working directory.
  package init(folder: String) {
    self.folder = folder.isEmpty ? "." : folder
  }

  /// Makes the folder, takes away what a killed run left half written there, and writes a file for a
  /// moment, before there is anything to report: a disk that is full or read-only may still say that
  /// it can be written to.
  package func prepare() throws(ReportError) {
    try makeFolder()
    sweep()
    guard access(folder, W_OK | X_OK) == 0 else {
      throw .unwritable(path: folder, code: errno)
    }
    do throws(ReportError) {
      try WholeFile(path: path(of: .json), mode: 0o640).rehearse()
    } catch .file(_, _, let code, _) {
      throw .unwritable(path: folder, code: code)
    }
  }

  /// Writes each format's file whole, `report.json` last. The first that fails ends it: the files
  /// before it are of this run, it and those after it are as they were.
  ///
  /// - Returns: The files' paths, in the order in which they were written.
  @discardableResult
  package func write(
    _ run: any RunReader, formats: some Sequence<ReportFormat> = ReportFormat.allCases
  ) throws(ReportError) -> [String] {
    try makeFolder()
    sweep()
    let wanted = Set(formats)
    let ordered = ReportFormat.allCases.filter(wanted.contains)
    var paths: [String] = []
    do throws(ReportError) {
      try write(run, ordered, adding: &paths)
    } catch {
      guard ordered.count > 1, error.mayPassSingly else { throw error }
      for format in ordered.dropFirst(paths.count) { try write(run, [format], adding: &paths) }
    }
    return paths
  }

  /// Writes some formats by one reading of the run.
  private func write(
    _ run: any RunReader, _ formats: [ReportFormat], adding paths: inout [String]
  ) throws(ReportError) {
    // Readable by the group and nobody else, whatever the umask: reports name what is weak.
    var drafts = ReportDrafts(
      of: run, formats.map { ($0, WholeFile(path: path(of: $0), mode: 0o640)) })
    do {
      try drafts.write(run)
    } catch {
      drafts.discard(error)
    }
    paths += drafts.finish()
    if let failure = drafts.failure { throw failure }
  }

  /// Where a format's file is or will be.
  package func path(of format: ReportFormat) -> String {
    folder.hasSuffix("/") ? folder + format.fileName : "\(folder)/\(format.fileName)"
  }

  private func sweep() {
    PartialSweep(folder: folder, names: Set(ReportFormat.allCases.map(\.fileName))).sweep()
  }

  private func makeFolder() throws(ReportError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o750])
    } catch {
      let cocoa = error as? CocoaError
      let code = (cocoa?.underlying as? POSIXError)?.code.rawValue ?? Self.code(of: cocoa)
      throw .folder(path: folder, code: code)
    }
  }

  private static func code(of error: CocoaError?) -> Int32 {
    switch error?.code {
    case .fileWriteNoPermission: EACCES
    case .fileWriteOutOfSpace: ENOSPC
    case .fileWriteVolumeReadOnly: EROFS
    case .fileWriteFileExists: ENOTDIR
    default: EIO
    }
  }
}

extension ReportError {
  /// Whether the reports may get done one after the other: all the new files at once beside the older
  /// ones take more room and more open files. A reading sorts on a disk too, which may be the same.
  fileprivate var mayPassSingly: Bool {
    switch self {
    case .file(_, _, let code, _): [ENOSPC, EDQUOT, EMFILE, ENFILE].contains(code)
    case .run: true
    case .folder, .unwritable, .noFile, .changed: false
    }
  }
}
