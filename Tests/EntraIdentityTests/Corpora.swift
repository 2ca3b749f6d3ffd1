import Foundation

/// Test vectors by others, which lie outside the project.
enum Corpora {
  /// Their folder; nil where there is none, and what needs them is skipped.
  static let folder = ProcessInfo.processInfo.environment["CREDAUDIT_CORPORA"].map {
    URL(fileURLWithPath: $0, isDirectory: true)
  }

  /// The facts that the catalogue is made from.
  static let facts =
    ProcessInfo.processInfo.environment["CREDAUDIT_FACTS"].map {
      URL(fileURLWithPath: $0, isDirectory: true)
    } ?? folder?.deletingLastPathComponent().appendingPathComponent("facts", isDirectory: true)

  static func files(_ name: String) throws -> [URL] {
    guard let folder else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent(name), includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "json" }
    .sorted { $0.path < $1.path }
  }
}
