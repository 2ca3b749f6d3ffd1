import Foundation

/// What tells one state of a file from another without reading it.
///
/// By Foundation's file manager and not by `stat`: several C modules bring that structure along, and
/// which of them it belongs to differs between debug and optimised builds.
struct FileStamp: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
  let size: UInt64
  /// When it was written, to a tenth of a microsecond: no file system's own clock is finer.
  let modified: Date
  let owner: UInt32
  let kind: FileAttributeType

  /// Of what stands at a path, be it a link; nil where nothing does or it may not be looked at.
  init?(path: String) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let device = (attributes[.systemNumber] as? NSNumber)?.uint64Value,
      let inode = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value,
      let size = (attributes[.size] as? NSNumber)?.uint64Value,
      let modified = attributes[.modificationDate] as? Date,
      let owner = (attributes[.ownerAccountID] as? NSNumber)?.uint32Value,
      let kind = attributes[.type] as? FileAttributeType
    else { return nil }
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.owner = owner
    self.kind = kind
  }
}
