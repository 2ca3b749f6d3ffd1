import Foundation

/// The folder that a history lies in.
enum HistoryFolder {
  /// Makes it where it is missing, so that a first run needs no preparation. Where that cannot be
  /// done, opening the history says why there is none.
  static func make(for database: String) {
    let folder = (database as NSString).deletingLastPathComponent
    guard !folder.isEmpty else { return }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
  }
}
