// The members of `stat` belong to this module wherever Foundation is in the same build: optimised
// builds insist on it. It is imported in this file alone.
import CoreFoundation
package import Foundation

/// What the system says of a file: its kind, permissions, owner and size.
package struct FileStatus: Sendable, Hashable {
  /// Kind and permission bits.
  package let mode: mode_t
  /// The owner's user id.
  package let owner: uid_t
  /// In bytes; a hint only, for files in /proc say 0.
  package let size: Int

  /// Of what a path leads to, links followed; nil leaves `errno` as the system set it.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Of what stands at a path, be it a link; nil leaves `errno` as the system set it.
  package init?(entry path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Of an open file; nil leaves `errno` as the system set it.
  package init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    mode = status.st_mode
    owner = status.st_uid
    size = Int(status.st_size)
  }

  package var isRegularFile: Bool { mode & S_IFMT == S_IFREG }
}
