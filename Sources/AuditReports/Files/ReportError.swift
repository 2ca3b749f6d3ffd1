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
  /// The folder is there, and nothing can be made in it.
  case unwritable(path: String, code: Int32)
  /// The system refused; `code` is its errno.
  case file(path: String, step: Step, code: Int32)
  /// The stored run could not be read while this file was being written.
  case run(path: String, underlying: any Error)

  /// The file or folder that it is about.
  package var path: String {
    switch self {
    case .folder(let path, _), .unwritable(let path, _), .file(let path, _, _),
      .run(let path, _):
      path
    }
  }

  /// One line, in the command line's voice: after `credaudit: error: `.
  package var message: String {
    switch self {
    case .folder(let path, let code):
      "cannot make the folder '\(PrintableText.clean(path))': \(Self.words(code))"
    case .unwritable(let path, let code):
      "cannot write into the folder '\(PrintableText.clean(path))': \(Self.words(code))"
    case .file(let path, let step, let code):
      "cannot \(step.rawValue) '\(PrintableText.clean(path))': \(Self.words(code))"
    case .run(let path, let underlying):
      "cannot read the run for '\(PrintableText.clean(path))': "
        + PrintableText.clean("\(underlying)", maximum: 300)
    }
  }

  /// What to do about it: after `credaudit: hint: `.
  package var hint: String {
    switch self {
    case .run: "check the database with: sqlite3 FILE 'PRAGMA integrity_check'"
    case .folder(_, let code), .unwritable(_, let code): Self.cure(code)
    case .file(_, _, let code):
      Self.cure(code) + "; the run is kept, and 'credaudit report' writes its reports again"
    }
  }

  private static func cure(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "make room on that file system"
    case EACCES, EPERM: "let this user write there, or name another folder with --reports"
    case EROFS: "that file system is read-only; name another folder with --reports"
    case ENOTDIR, EEXIST: "a part of that path is a file; name another folder with --reports"
    case EISDIR: "a folder has the report's name; move it away, or name another with --reports"
    default: "name another folder with --reports"
    }
  }

  private static func words(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }
}
