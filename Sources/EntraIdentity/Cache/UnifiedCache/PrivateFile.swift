import Foundation

/// A file of tokens: read whole, and replaced whole or not at all.
///
/// A link at its place is refused: it may lead to a file that somebody else chose, to be read as
/// tokens or to be overwritten with them. Links among the folders above are the administrator's.
struct PrivateFile: Sendable {
  /// A file's bytes and the state in which they were read.
  struct Contents: Sendable {
    let bytes: [UInt8]
    let stamp: FileStamp
  }

  let path: String

  /// Ten times what 10,000 tenants take; it bounds what a mistaken path can cost.
  static let maximumSize = 256 << 20

  /// The state of the file now; nil where there is none.
  var stamp: FileStamp? { FileStamp(path: path) }

  /// Reads the file.
  /// - Returns: Its bytes; nil where there is no file.
  /// - Throws: ``UnifiedCacheProblem`` where there is something that cannot or may not be read.
  func read() throws(UnifiedCacheProblem) -> Contents? {
    try read(attempts: 3)
  }

  private func read(attempts: Int) throws(UnifiedCacheProblem) -> Contents? {
    // Before it is opened: what is written while it is read makes the state an older one, and never
    // one that passes for what was not read.
    let stamp = stamp
    if let stamp { try check(stamp) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failure(errno == ELOOP ? .symbolicLink : .unreadable)
    }
    defer { close(descriptor) }
    guard let stamp else {
      // Made just now.
      guard attempts > 1 else { throw problem(.unreadable) }
      return try read(attempts: attempts - 1)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(stamp.size))
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Foundation.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(.unreadable) }
      if count == 0 { return Contents(bytes: bytes, stamp: stamp) }
      bytes += chunk[..<count]
      guard bytes.count <= Self.maximumSize else { throw problem(.tooLarge) }
    }
  }

  /// Puts other bytes in the file's place. A kill or a full disk in between leaves it as it was.
  ///
  /// Whoever calls holds the lock, so that what a killed process left behind is nobody's any more
  /// and is taken away: it has tokens in it.
  /// - Parameter bytes: What is to be there.
  /// - Returns: The state in which the file then is.
  /// - Throws: ``UnifiedCacheProblem``; the file is then as it was.
  func replace(with bytes: [UInt8]) throws(UnifiedCacheProblem) -> FileStamp? {
    guard bytes.count <= Self.maximumSize else { throw problem(.tooLarge) }
    let former = stamp
    if let former { try check(former) }
    let temporary = path + ".new"
    unlink(temporary)
    // O_EXCL and O_NOFOLLOW: a link that somebody laid there is not written through.
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(temporary, flags, 0o600)
    guard descriptor >= 0 else { throw failure(.unwritable) }
    do throws(UnifiedCacheProblem) {
      try fill(descriptor, bytes, owner: former?.owner)
      // A rename changes neither of what a state is made of.
      let stamp = FileStamp(path: temporary)
      guard rename(temporary, path) == 0 else { throw failure(.unwritable) }
      flushFolder()
      return stamp
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private func fill(
    _ descriptor: Int32, _ bytes: [UInt8], owner: UInt32?
  ) throws(UnifiedCacheProblem) {
    do throws(UnifiedCacheProblem) {
      // Whatever the umask took away.
      guard fchmod(descriptor, 0o600) == 0 else { throw failure(.unwritable) }
      // The superuser takes nobody's file away from them.
      if let owner, owner != geteuid(), geteuid() == 0 {
        guard fchown(descriptor, owner, gid_t.max) == 0 else { throw failure(.unwritable) }
      }
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw failure(.unwritable) }
        rest = rest.dropFirst(written)
      }
      guard fsync(descriptor) == 0 else { throw failure(.unwritable) }
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems (NFS, quotas) tell only here that there was no room.
    guard close(descriptor) == 0 else { throw failure(.unwritable) }
  }

  /// A rename is on the disk only once its folder is. The file is whole either way, so a file system
  /// that cannot flush a folder is no failure.
  private func flushFolder() {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func check(_ stamp: FileStamp) throws(UnifiedCacheProblem) {
    if stamp.kind == .typeSymbolicLink { throw problem(.symbolicLink) }
    guard stamp.kind == .typeRegular else { throw problem(.notAFile) }
    guard Self.trusts(owner: stamp.owner, user: geteuid()) else { throw problem(.foreignOwner) }
    guard stamp.size <= Self.maximumSize else { throw problem(.tooLarge) }
  }

  /// Whether a user takes tokens from a file of that owner: from its own and from root's. Root takes
  /// them from whoever's file it was told to use.
  static func trusts(owner: UInt32, user: UInt32) -> Bool {
    owner == user || owner == 0 || user == 0
  }

  private func problem(_ code: UnifiedCacheProblem.Code) -> UnifiedCacheProblem {
    UnifiedCacheProblem(code, path: path)
  }

  /// A problem with what the system says of it.
  private func failure(_ code: UnifiedCacheProblem.Code) -> UnifiedCacheProblem {
    UnifiedCacheProblem(code, path: path, detail: String(cString: strerror(errno)).lowercased())
  }
}
