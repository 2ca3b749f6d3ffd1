import CredentialAudit
import Foundation

/// The first bytes of a database file (SQLite's file format, section 1.3), by which one is told from
/// any other file before anything opens it.
struct DatabaseHeader {
  private static let size = 100
  private static let magic = Array("SQLite format 3\0".utf8)

  private let bytes: [UInt8]
  /// Whether a log lies beside it, in which the first bytes may be others, or the only ones.
  private let hasLog: Bool
  private let given: String

  /// Reads it.
  init(_ path: String, given: String) throws(MergeRefusal) {
    self.given = given
    hasLog = (FileStatus(path: path + "-wal")?.size ?? 0) > 0
    // Opening a pipe would wait for ever.
    guard let status = FileStatus(path: path), status.isRegularFile else {
      throw MergeRefusal(given, .cannotOpen)
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let failure = errno
      throw MergeRefusal(StoreError(errno: failure, path: given))
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Self.size)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw MergeRefusal(given, .io) }
    self.bytes = Array(bytes.prefix(count))
  }

  /// That it is a database of ours, of a schema that this version knows.
  func verify() throws(MergeRefusal) {
    let isSQLite = bytes.count == Self.size && Array(bytes.prefix(Self.magic.count)) == Self.magic
    // A database that is only begun has its mark in the log alone. What the log makes of it is seen once
    // the copy is opened.
    if hasLog, bytes.isEmpty || (isSQLite && number(at: 68) == 0) { return }
    // An empty file is an empty database to SQLite; whoever names one here has named the wrong file.
    guard isSQLite, number(at: 68) == UInt32(bitPattern: SchemaVersion.applicationID) else {
      throw MergeRefusal(given, .notADatabase)
    }
    let version = Int(number(at: 60))
    guard version <= SchemaVersion.known else {
      throw MergeRefusal(given, .newerSchema(found: version, known: SchemaVersion.known))
    }
  }

  private func number(at offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
