import Foundation

/// What the system says of a file: its kind, permissions, owner and size.
///
/// By Foundation's file manager and not by `stat`: several C modules bring that structure along, and
/// which of them it belongs to differs between debug and optimised builds.
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
    guard let resolved = RealPath.of(path) else { return nil }
    self.init(entry: resolved)
  }

  /// Of what stands at a path, be it a link; nil where nothing does or it may not be looked at.
  package init?(entry path: String) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let mode = (attributes[.posixPermissions] as? NSNumber)?.uint32Value,
      let owner = (attributes[.ownerAccountID] as? NSNumber)?.uint32Value
    else { return nil }
    self.mode = mode
    self.owner = owner
    size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    isRegularFile = attributes[.type] as? FileAttributeType == .typeRegular
  }

  /// Of an open file, by the name that the kernel keeps for it; nil for what has none, such as a
  /// pipe.
  package init?(descriptor: Int32) {
    self.init(path: "/proc/self/fd/\(descriptor)")
  }
}
