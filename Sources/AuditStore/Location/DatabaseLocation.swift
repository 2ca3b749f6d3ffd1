import CredentialAudit
import Foundation

/// Where a database really is. Links are resolved once, so that the database, its write-ahead log
/// and its lock lie beside each other by whatever name it was opened.
struct DatabaseLocation: Sendable, Hashable {
  /// As the user named it.
  let given: String
  /// Absolute and without links.
  let path: String

  init(_ given: String) throws(StoreError) {
    self.given = given
    if let real = Self.real(given) {
      path = real
      return
    }
    let failure = errno
    guard failure == ENOENT else { throw StoreError(errno: failure, path: given) }
    // A link that leads nowhere would have its target created: in whose folder, and is it meant?
    guard FileStatus(entry: given) == nil else { throw StoreError(.cannotOpen, path: given) }

    let parts = given.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? ""
    guard !name.isEmpty, name != ".", name != ".." else {
      throw StoreError(parts.count > 1 ? .folderMissing : .cannotOpen, path: given)
    }
    let folder = parts.dropLast().joined(separator: "/")
    let start = given.hasPrefix("/") ? "/" : "."
    guard let real = Self.real(folder.isEmpty ? start : folder) else {
      throw StoreError(errno: errno, path: given)
    }
    path = real == "/" ? "/" + name : real + "/" + name
  }

  /// Makes the file where there is none, for nobody else to read, and looks at it where there is.
  func prepare() throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor >= 0 {
      // Whatever the umask took away; SQLite gives its log files the mode of this one.
      let result = fchmod(descriptor, 0o600)
      let failure = errno
      close(descriptor)
      guard result == 0 else { throw StoreError(errno: failure, path: given) }
      return
    }
    guard errno == EEXIST else { throw StoreError(errno: errno, path: given) }
    // By name and never by descriptor: closing any descriptor of the file would drop the locks that
    // another connection of this process holds on it (fcntl's rule).
    guard let status = FileStatus(path: path) else {
      throw StoreError(.cannotOpen, path: given)
    }
    // Opening a pipe would wait for ever, and a device is nobody's history.
    guard status.isRegularFile else { throw StoreError(.cannotOpen, path: given) }
    guard access(path, R_OK | W_OK) == 0 else { throw StoreError(errno: errno, path: given) }
    // The log files are made beside it.
    guard access(folder, W_OK | X_OK) == 0 else { throw StoreError(errno: errno, path: given) }
  }

  /// Takes the database and its log files from everybody else, who may have got them by a copy.
  func makePrivate() {
    for file in [path, path + "-wal", path + "-shm"] {
      if let status = FileStatus(path: file), status.mode & 0o077 != 0 { chmod(file, 0o600) }
    }
  }

  private var folder: String {
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    return folder.isEmpty ? "/" : String(folder)
  }

  /// A path without links; nil where it leads nowhere.
  static func real(_ path: String) -> String? {
    guard !path.isEmpty, let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
