import Foundation

/// A file that is being written beside the place that it will have.
///
/// It is locked for as long as somebody is at it. The kernel takes the lock back from a process that
/// is killed, and by that the next one knows what nobody will finish; see ``PartialSweep``.
struct PartialFile {
  /// The system refused to make one; `code` is its errno.
  struct Failure: Error {
    let code: Int32
  }

  private static let ending = ".partial"
  private static let radix = 36

  /// Open for writing; whoever writes closes it.
  let descriptor: Int32
  let path: String
  /// The same open file once more, so that its lock outlives the close that may still tell that there
  /// was no room. Negative where there is no lock.
  private let lock: Int32

  /// Makes one, empty and for this user alone.
  /// - Parameter place: The path that it is to have when it is whole. The rename stays within one
  ///   folder, so within one file system.
  /// - Throws: ``Failure`` where the system makes none.
  init(beside place: String) throws(Failure) {
    while true {
      let word = String(UInt64.random(in: .min ... .max), radix: Self.radix)
      let path = "\(Self.folder(of: place))/.\(Self.name(of: place)).\(word)\(Self.ending)"
      // O_EXCL and O_NOFOLLOW: a link that somebody laid there beforehand is not written through.
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let descriptor = open(path, flags, 0o600)
      guard descriptor >= 0 else { throw Failure(code: errno) }
      let lock = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
      // A file system without locks has no sweep either.
      if lock >= 0 { flock(lock, LOCK_EX) }
      // A sweep may have had it between its making and its lock, and has taken it away then.
      var facts = stat()
      if fstat(descriptor, &facts) == 0, facts.st_nlink == 0 {
        close(descriptor)
        if lock >= 0 { close(lock) }
        continue
      }
      self.descriptor = descriptor
      self.path = path
      self.lock = lock
      return
    }
  }

  /// Nobody is at it any more; to be called once it has its name or is gone.
  func release() {
    if lock >= 0 { close(lock) }
  }

  /// Whether a file's name is that of a partial file which one of these places was to get.
  static func isPartial(_ name: String, ofAny names: Set<String>) -> Bool {
    guard name.first == ".", name.hasSuffix(ending) else { return false }
    let stem = name.dropFirst().dropLast(ending.count)
    guard let dot = stem.lastIndex(of: ".") else { return false }
    let word = stem[stem.index(after: dot)...]
    return names.contains(String(stem[..<dot])) && UInt64(word, radix: radix) != nil
  }

  /// The path up to its last slash.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands behind the last slash.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
