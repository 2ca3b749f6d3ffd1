import CFileStatus
import Foundation

/// What the system says of a file: its kind, permissions, owner and size.
package struct FileStatus: Sendable, Hashable {
  /// The permission bits.
  package let mode: UInt32
  /// The owner's user id.
  package let owner: UInt32
  /// In bytes; a hint only, for files in /proc say 0.
  package let size: Int
  package let isRegularFile: Bool

  /// Of what a path leads to, links followed; nil where it leads nowhere or may not be looked at.
  package init?(path: String) {
    self.init { file_status_at(path, &$0) }
  }

  /// Of what stands at a path, be it a link; nil where nothing does or it may not be looked at.
  package init?(entry path: String) {
    self.init { file_status_entry(path, &$0) }
  }

  /// Of an open file; nil where the system does not say.
  package init?(descriptor: Int32) {
    self.init { file_status_open(descriptor, &$0) }
  }

  private init?(_ look: (inout file_status) -> Int32) {
    var status = file_status()
    guard look(&status) == 0 else { return nil }
    mode = status.mode & 0o7777
    owner = status.owner
    size = Int(status.size)
    isRegularFile = status.mode & S_IFMT == S_IFREG
  }
}
