import Foundation

/// Reads small files whole. Only regular files: a pipe or a device would let a job wait for ever,
/// or for bytes that never end.
package struct FileReader: Sendable {
  package init() {}

  /// Reads a file of at most `limit` bytes. Links are followed: Kubernetes mounts secrets as such.
  package func read(_ path: String, limit: Int) -> Result<FileContents, SourceProblem> {
    var shown: String { PrintableText.clean(path, limit: 1_000) }
    // Without O_NONBLOCK, opening a pipe that nobody writes to would not return.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return .failure(Self.problem(errno, shown)) }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor), status.isRegularFile else {
      return .failure(SourceProblem(.fileNotRegular, "\(shown) is not a regular file"))
    }
    // The size is a hint only: files in /proc say 0, and a file may grow while it is read.
    guard status.size <= limit else { return .failure(Self.tooLarge(shown, limit)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(status.size)
    var chunk = [UInt8](repeating: 0, count: min(max(status.size + 1, 4_096), 1 << 20))
    while true {
      let count = Foundation.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .failure(Self.problem(errno, shown)) }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= limit else { return .failure(Self.tooLarge(shown, limit)) }
      // What gave just what it said, with room for more, is at its end, and is not asked once more.
      if bytes.count == status.size, count < chunk.count { break }
    }
    return .success(FileContents(bytes: bytes, remarks: Self.remarks(status, path)))
  }

  /// Whom this job runs as; it never becomes another.
  private static let user = geteuid()

  private static func tooLarge(_ path: String, _ limit: Int) -> SourceProblem {
    SourceProblem(.fileTooLarge, "\(path) is larger than \(limit) bytes")
  }

  private static func problem(_ error: Int32, _ path: String) -> SourceProblem {
    switch error {
    case ENOENT, ENOTDIR: SourceProblem(.fileNotFound, "there is no file \(path)")
    case EACCES, EPERM:
      SourceProblem(
        .fileNotPermitted, "\(path) may not be read by this user",
        hint: "give the user of this job access to the file and to the folders above it")
    case ENXIO: SourceProblem(.fileNotRegular, "\(path) is not a regular file")
    default: SourceProblem(.fileUnreadable, "\(path) cannot be read (errno \(error))")
    }
  }

  private static func remarks(_ status: FileStatus, _ path: String) -> [SourceRemark] {
    let access = FileAccess(mode: status.mode, owner: status.owner, user: user)
    guard access.isReadableByOthers || access.isWritableByOthers else { return [] }
    let octal = FileMode.octal(status.mode)
    let path = PrintableText.clean(path, limit: 1_000)
    var remarks: [SourceRemark] = []
    if access.isReadableByOthers {
      remarks.append(
        SourceRemark(
          .fileReadableByOthers, summary: "\(path) may be read by others (mode \(octal))",
          fix: "chmod 600 the file, or give it to this job's user alone"))
    }
    if access.isWritableByOthers {
      remarks.append(
        SourceRemark(
          .fileWritableByOthers, summary: "\(path) may be changed by others (mode \(octal))",
          fix: "chmod 600 the file"))
    }
    return remarks
  }
}
