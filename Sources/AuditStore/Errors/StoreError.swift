import EntraIdentity

/// Why the history could not be opened, written or read. It names the file and the cure, and never
/// what was about to be stored.
package struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of no it is.
  package enum Kind: Sendable, Hashable {
    /// The folder of the database is not there.
    case folderMissing
    /// There is something at the path that is no file, or a link that leads nowhere.
    case cannotOpen
    /// The file is no SQLite database, or another program's.
    case notADatabase
    /// A later version of the tool wrote it.
    case newerSchema(found: Int, known: Int)
    /// The file is damaged.
    case corrupt
    /// It holds a word (of a check, say) that this version does not know.
    case unknownWord
    case diskFull
    /// Somebody else kept it locked for longer than we wait.
    case busy
    /// The disk, or the network below it, failed.
    case io
    /// The medium or the folder cannot be written.
    case readOnly
    /// The file or the folder belongs to somebody else.
    case permission
    /// The schema refused a record: the same subject twice in one run, say.
    case refused
    /// The run was already finished, or closed by a later one.
    case runOver
    /// Somebody removed the file, or put another in its place, while it was being written.
    case gone
  }

  package let kind: Kind
  /// The database, as the user named it.
  package let path: String
  /// SQLite's extended result code where it was SQLite that said no.
  package let sqliteCode: Int32?

  package init(_ kind: Kind, path: String, sqliteCode: Int32? = nil) {
    self.kind = kind
    self.path = path
    self.sqliteCode = sqliteCode
  }

  /// What went wrong, as one sentence without a full stop.
  package var message: String {
    let code = sqliteCode.map { " (SQLite \($0))" } ?? ""
    return "database '\(path.cleaned(maximum: 300))' \(fault)\(code)"
  }

  /// What to do about it, as one sentence without a full stop.
  package var hint: String {
    switch kind {
    case .folderMissing: "create the folder first, or name another file with --database"
    case .cannotOpen: "name a regular file, or one that does not exist yet, with --database"
    case .notADatabase: "name another file with --database; this one was left as it was"
    case .newerSchema: "use the version of credaudit that wrote it, or a later one"
    case .corrupt:
      "move it away together with its -wal file and start a new one; what can be rescued comes out "
        + "of 'sqlite3 FILE .recover'"
    case .unknownWord: "use the version of credaudit that wrote it, or a later one"
    case .diskFull: "make room on its disk; what was recorded before is kept"
    case .busy: "close the program that holds it open for writing, then run again"
    case .io:
      "look at the disk, and at 'ulimit -f'; write-ahead logging does not work on NFS and other "
        + "network folders"
    case .readOnly: "copy it to a folder that can be written, and name that with --database"
    case .permission: "run as the user who owns the file and its folder"
    case .refused: "this is a fault of credaudit; please report it with the version and this line"
    case .runOver: "two runs wrote at the same time; run again"
    case .gone: "find out what removed it, then run again: what this run recorded went with it"
    }
  }

  package var description: String { "\(message); \(hint)" }

  private var fault: String {
    switch kind {
    case .folderMissing: "cannot be created: its folder does not exist"
    case .cannotOpen: "cannot be opened"
    case .notADatabase: "is not a database of credaudit"
    case .newerSchema(let found, let known):
      "was written with schema \(found), and this version knows schemas up to \(known)"
    case .corrupt: "is damaged"
    case .unknownWord: "holds a word that this version does not know"
    case .diskFull: "could not be written: the disk is full"
    case .busy: "is locked by another program"
    case .io: "could not be read or written: the disk failed"
    case .readOnly: "cannot be written: the file or its folder is read-only"
    case .permission: "may not be read and written by this user"
    case .refused: "refused a record"
    case .runOver: "has no such run under way any more"
    case .gone: "is no longer there: it was removed or replaced during the run"
    }
  }
}
