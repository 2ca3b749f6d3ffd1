import Foundation

/// The folders that a run writes to.
enum OutputFolder {
  /// Makes them where they are missing, so that a first run needs no preparation.
  static func prepare(_ database: String, _ reports: String) throws {
    let parent = (database as NSString).deletingLastPathComponent
    for folder in [parent.isEmpty ? "." : parent, reports] {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
      } catch {
        throw UsageProblem(
          "the folder '\(folder)' cannot be made",
          hint: "make it, or name another by --database and --reports")
      }
    }
  }
}
