import Foundation
import GRDB

extension StoreError {
  /// Runs a piece of work and gives every failure of SQLite its kind.
  static func typed<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(error, path: path) ?? StoreError(.io, path: path)
    }
  }

  /// The kind of an error of GRDB's; nil for one that is not GRDB's. Only result codes decide, never
  /// texts; GRDB's own texts quote SQL and stay behind.
  init?(_ error: any Error, path: String) {
    if error is RowDecodingError || error is StoredText.Malformed {
      // The schema forbids it, so somebody or something changed the file behind its back.
      self.init(.corrupt, path: path)
      return
    }
    if error is StoredText.UnknownWord {
      self.init(.unknownWord, path: path)
      return
    }
    guard let error = error as? DatabaseError else { return nil }
    let kind: Kind
    switch error.resultCode {
    case .SQLITE_NOTADB: kind = .notADatabase
    case .SQLITE_CORRUPT, .SQLITE_FORMAT, .SQLITE_SCHEMA: kind = .corrupt
    case .SQLITE_FULL: kind = .diskFull
    case .SQLITE_BUSY, .SQLITE_LOCKED: kind = .busy
    case .SQLITE_READONLY: kind = .readOnly
    case .SQLITE_PERM, .SQLITE_AUTH: kind = .permission
    case .SQLITE_CANTOPEN: kind = .cannotOpen
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: kind = .refused
    // A table or column that is not there: the file calls itself ours and is not whole.
    case .SQLITE_ERROR: kind = .corrupt
    default: kind = .io
    }
    self.init(kind, path: path, sqliteCode: error.extendedResultCode.rawValue)
  }

  /// The kind of a failed system call.
  init(errno code: Int32, path: String) {
    switch code {
    case EACCES, EPERM: self.init(.permission, path: path)
    case EROFS: self.init(.readOnly, path: path)
    case ENOSPC, EDQUOT: self.init(.diskFull, path: path)
    case ENOENT, ENOTDIR: self.init(.folderMissing, path: path)
    case EIO: self.init(.io, path: path)
    default: self.init(.cannotOpen, path: path)
    }
  }
}
