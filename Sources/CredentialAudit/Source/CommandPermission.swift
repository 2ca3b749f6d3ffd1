import Foundation

/// Whether the commands of an inventory may be run. A command is code: whoever can write to the
/// inventory, or put a file where it includes from, could have it run as this job's user.
package enum CommandPermission: Sendable, Hashable {
  case allowed
  /// Never, for this reason.
  case never(reason: String)

  /// Judges an inventory: its files and folders must be ours or root's and writable by nobody
  /// else. Asked once for each run, after the inventory was read.
  package static func judging(_ inventory: Inventory) -> CommandPermission {
    judging(files: inventory.files, folders: inventory.folders)
  }

  static func judging(files: [String], folders: [String]) -> CommandPermission {
    var places: [String: Place] = [:]
    for file in files {
      note(file, .held, in: &places)
      // By the name that was given and by the one that links lead to: both could be exchanged.
      for name in [file, RealPath.of(file) ?? file] { noteFolders(of: name, in: &places) }
    }
    for folder in folders {
      note(folder, .held, in: &places)
      noteFolders(of: RealPath.of(folder) ?? folder, in: &places)
    }
    for (path, place) in places.sorted(by: { $0.key < $1.key }) {
      if let reason = reason(against: path, place) { return .never(reason: reason) }
    }
    return .allowed
  }

  private enum Place {
    /// A file of the inventory or the folder it is in: nobody else may write.
    case held
    /// A folder further up: a sticky one, such as /tmp, lets nobody exchange what others own.
    case above
  }

  private static func note(_ path: String, _ place: Place, in places: inout [String: Place]) {
    if places[path] != .held { places[path] = place }
  }

  private static func noteFolders(of path: String, in places: inout [String: Place]) {
    var folder = PathName.folder(of: absolute(path))
    note(folder, .held, in: &places)
    while folder != "/" {
      folder = PathName.folder(of: folder)
      note(folder, .above, in: &places)
    }
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : PathName.join(RealPath.of(".") ?? "/", path)
  }

  private static func reason(against path: String, _ place: Place) -> String? {
    let shown = PrintableText.clean(path, limit: 1_000)
    guard let status = FileStatus(path: path) else {
      return "the permissions of \(shown) cannot be read"
    }
    guard status.owner == geteuid() || status.owner == 0 else {
      return "\(shown) belongs to another user (uid \(status.owner))"
    }
    guard status.mode & 0o022 != 0 else { return nil }
    if place == .above, status.mode & UInt32(S_ISVTX) != 0 { return nil }
    return "\(shown) can be written by others (mode \(FileMode.octal(status.mode)))"
  }
}
