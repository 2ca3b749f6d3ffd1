import Foundation

/// Why a report could not be written. What was there before is as it was.
package enum ReportError: Error, Sendable {
  /// What was being done to a file.
  package enum Step: String, Sendable, Hashable {
    case create
    case write
    case rename
  }

  /// The folder for the reports cannot be made.
  case folder(path: String, code: Int32)
  /// Nothing can be made in the folder.
  case unwritable(path: String, code: Int32, for: ReportDestination = .reports)
  /// What stands in the file's place is not to be replaced: a folder, a link, a device, a pipe.
  case noFile(path: String)
  /// The system refused; `code` is its errno.
  case file(path: String, step: Step, code: Int32, for: ReportDestination = .reports)
  /// It says something else than when it was read.
  case changed(path: String)
  /// The stored run could not be read while this file was being written.
  case run(path: String, underlying: any Error)

  /// The file or folder that it is about.
  package var path: String {
    switch self {
    case .folder(let path, _), .unwritable(let path, _, _), .noFile(let path),
      .file(let path, _, _, _), .changed(let path), .run(let path, _):
      path
    }
  }

  /// One line, in the command line's voice: after `credaudit: error: `.
  package var message: String {
    switch self {
    case .folder(let path, let code):
      "cannot make the folder '\(PrintableText.clean(path))': \(Self.words(code))"
    case .unwritable(let path, let code, _):
      "cannot write into the folder '\(PrintableText.clean(path))': \(Self.words(code))"
    case .noFile(let path):
      "cannot write '\(PrintableText.clean(path))': what is there is no plain file"
    case .file(let path, let step, let code, _):
      "cannot \(step.rawValue) '\(PrintableText.clean(path))': \(Self.words(code))"
    case .changed(let path):
      "cannot write '\(PrintableText.clean(path))': somebody else changed it meanwhile"
    case .run(let path, let underlying):
      "cannot read the run for '\(PrintableText.clean(path))': "
        + PrintableText.clean("\(underlying)", maximum: 300)
    }
  }

  /// What to do about it: after `credaudit: hint: `.
  package var hint: String {
    switch self {
    case .run: "check the database with: sqlite3 FILE 'PRAGMA integrity_check'"
    case .changed: "run the same again"
    case .noFile: ReportDestination.metrics.otherPlace
    case .folder(_, let code): Self.cure(code, .reports)
    case .unwritable(_, let code, let destination): Self.cure(code, destination)
    case .file(_, _, let code, let destination):
      "\(Self.cure(code, destination)); \(destination.secondChance)"
    }
  }

  private static func cure(_ code: Int32, _ destination: ReportDestination) -> String {
    switch code {
    case ENOSPC, EDQUOT: "make room on that file system"
    case EFBIG: "allow files of that size (ulimit -f), or \(destination.otherPlace)"
    case EACCES, EPERM: "let this user write there, or \(destination.otherPlace)"
    case EROFS: "that file system is read-only; \(destination.otherPlace)"
    case ENOENT: "make that folder, or \(destination.otherPlace)"
    case ENOTDIR, EEXIST: "a part of that path is a file; \(destination.otherPlace)"
    case EISDIR:
      "a folder has the \(destination.file)'s name; move it away, or \(destination.otherPlace)"
    default: destination.otherPlace
    }
  }

  private static func words(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }
}
