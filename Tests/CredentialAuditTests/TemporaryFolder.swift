import Foundation

/// A folder of this test alone, gone at its end.
enum TemporaryFolder {
  static func with<Result>(
    _ files: [String: String] = [:], _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = try make(files)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  static func with<Result>(
    _ files: [String: String] = [:], _ body: (String) async throws -> Result
  ) async throws -> Result {
    let folder = try make(files)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
  }

  private static func make(_ files: [String: String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "credaudit-\(UUID().uuidString)").path
    try make(folder)
    for (name, text) in files {
      let path = folder + "/" + name
      try make(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      try Data(text.utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
    return folder
  }

  private static func make(_ folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}
