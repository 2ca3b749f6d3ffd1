import Foundation
import GRDB

/// Copies of the files that are merged, in a folder of their own beside the database that they go
/// into. What SQLite must do to read one (recover its log, bring it to this version's schema, lay a
/// file of shared memory beside it) is done to the copy, so that the file itself may lie on a network
/// folder or a read-only disk, and stays as it is.
final class SourceCopies {
  private let folder: String
  private let files: [MergeSources.File]

  /// Copies the files, and looks at each copy as a whole. Whoever holds the lock is the only one to
  /// merge into that database, so that a folder that is there was left by a merge that was killed.
  init(of sources: MergeSources, holding lock: RunLock) throws {
    folder = lock.location.path + ".merge"
    files = sources.files
    try? FileManager.default.removeItem(atPath: folder)
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Self.failure(error, of: sources.target)
    }
    for index in files.indices {
      try copy(index, for: sources.target)
      try look(at: index) { db in
        guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else {
          throw MergeRefusal(files[index].given, .corrupt)
        }
      }
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Lends a copy to whoever only looks: whatever goes wrong is the file's.
  func look<Value>(at index: Int, _ body: (Database) throws -> Value) throws -> Value {
    do {
      return try read(index, body)
    } catch let refusal as MergeRefusal {
      throw refusal
    } catch {
      let given = files[index].given
      throw MergeRefusal(StoreError(error, path: given) ?? StoreError(.io, path: given))
    }
  }

  /// Lends a copy to whoever writes elsewhere what stands there: only rows that are not as we write
  /// them are the file's fault then.
  func read<Value>(_ index: Int, _ body: (Database) throws -> Value) throws -> Value {
    let given = files[index].given
    let store: AuditStore
    do {
      store = try AuditStore(path: place(of: index))
    } catch {
      throw MergeRefusal(StoreError(error.kind, path: given, sqliteCode: error.sqliteCode))
    }
    do {
      return try store.pool.read(body)
    } catch is RowDecodingError {
      throw MergeRefusal(given, .corrupt)
    } catch is StoredText.Malformed {
      throw MergeRefusal(given, .corrupt)
    } catch is StoredText.UnknownWord {
      throw MergeRefusal(given, .unknownWord)
    }
  }

  private func place(of index: Int) -> String { "\(folder)/\(index).sqlite" }

  private func copy(_ index: Int, for target: String) throws {
    let file = files[index]
    let lock = try SourceLock(file)
    for suffix in ["", "-wal"] {
      guard suffix.isEmpty || FileManager.default.fileExists(atPath: file.path + suffix) else {
        continue
      }
      let copy = place(of: index) + suffix
      do {
        try FileManager.default.copyItem(atPath: file.path + suffix, toPath: copy)
      } catch {
        let failure = Self.failure(error, of: file.given)
        // Only the disk of the copies can be full.
        if failure.kind == .diskFull { throw StoreError(.diskFull, path: target) }
        throw MergeRefusal(failure)
      }
      chmod(copy, 0o600)
    }
    withExtendedLifetime(lock) {}
  }

  private static func failure(_ error: any Error, of path: String) -> StoreError {
    var error = error as NSError
    if error.domain == NSCocoaErrorDomain, error.code == CocoaError.fileWriteOutOfSpace.rawValue {
      return StoreError(.diskFull, path: path)
    }
    while let below = error.userInfo[NSUnderlyingErrorKey] as? NSError { error = below }
    guard error.domain == NSPOSIXErrorDomain else { return StoreError(.io, path: path) }
    return StoreError(errno: Int32(error.code), path: path)
  }
}
