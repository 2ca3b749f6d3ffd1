package import Foundation

/// Reads an inventory and everything that it includes: whole and in order, or every problem that
/// can be found, at once.
package struct InventoryLoader: Sendable {
  /// The largest file that is read, included ones each.
  package static let sizeLimit = 256 << 20

  private let now: Date

  /// - Parameter now: The time by which suppressions are at most 400 days ahead.
  package init(now: Date) {
    self.now = now
  }

  /// Reads the inventory at a path.
  package func load(path: String) throws(InventoryProblems) -> Inventory {
    try load(path: path, nil)
  }

  /// Reads the inventory at a path as it would be if one of its files said something else.
  /// - Parameters:
  ///   - path: The first file.
  ///   - bytes: What the file is to say.
  ///   - file: Which one, as the inventory calls it.
  /// - Returns: The inventory.
  /// - Throws: Everything that would be wrong with it.
  func load(
    path: String, with bytes: [UInt8], inPlaceOf file: String
  ) throws(InventoryProblems) -> Inventory {
    if path == file { return try load(bytes: bytes, path: path) }
    return try load(path: path, FileReplacement(path: file, bytes: bytes))
  }

  private func load(
    path: String, _ replacement: FileReplacement?
  ) throws(InventoryProblems) -> Inventory {
    let location = SourceLocation(file: path, line: 1, column: 1)
    switch FileReader().read(path, limit: Self.sizeLimit) {
    case .success(let contents):
      return try load(bytes: contents.bytes, path: path, replacement)
    case .failure(let problem):
      throw InventoryProblems([
        InventoryProblem(
          location: location,
          code: problem.code == .fileTooLarge ? .fileTooLarge : .unreadableFile,
          message: problem.detail,
          hint: problem.hint
            ?? "name it by --inventory; config/inventory.example.yaml shows every key")
      ])
    }
  }

  /// Reads an inventory whose first file is already in memory; `path` is what it is called, and
  /// what its relative paths start from.
  package func load(bytes: [UInt8], path: String) throws(InventoryProblems) -> Inventory {
    try load(bytes: bytes, path: path, nil)
  }

  private func load(
    bytes: [UInt8], path: String, _ replacement: FileReplacement?
  ) throws(InventoryProblems) -> Inventory {
    var reading = InventoryReading(now: now, path: path, replacement)
    reading.readFirst(bytes)
    if let late = reading.lateDefaults {
      // `defaults` stood below the tenants that it is for: once more, knowing it.
      reading = InventoryReading(now: now, path: path, replacement)
      reading.defaults = late
      reading.readFirst(bytes)
    }
    reading.readIncludes()
    return try reading.finish()
  }
}
