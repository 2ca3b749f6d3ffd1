import Foundation
import GRDB

/// Gives free pages back to the disk, by SQLite's VACUUM: the file is written anew, which also lays
/// each table's pages side by side.
struct Compactor {
  /// With less of the file free, the next runs fill it sooner than writing it anew is worth.
  private static let worthwhileShare = 10

  let pool: DatabasePool
  let location: DatabaseLocation

  func compact() throws -> PruneOutcome.Compaction {
    try pool.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
      let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      guard free * Self.worthwhileShare >= pages, free > 0 else { return .notWorthIt }
      // What is used is written twice: to a temporary file, and from there to the log.
      guard location.room >= 2 * (pages - free + 1) * pageSize else { return .noRoom }
      do {
        try db.execute(sql: "VACUUM")
      } catch let error as DatabaseError where Self.isLackOfRoom(error) {
        // Temporary files may lie on another disk. The database is as it was.
        return .noRoom
      }
      return .done
    }
  }

  private static func isLackOfRoom(_ error: DatabaseError) -> Bool {
    error.resultCode == .SQLITE_FULL || error.resultCode == .SQLITE_CANTOPEN
  }
}

extension DatabaseLocation {
  /// The bytes of the database and its write-ahead log.
  var size: Int {
    [path, path + "-wal"].reduce(0) { sum, file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: file)
      return sum + (attributes?[.size] as? Int ?? 0)
    }
  }

  /// The bytes that its disk still takes.
  fileprivate var room: Int {
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
    return attributes?[.systemFreeSize] as? Int ?? 0
  }
}
