import Foundation
import Testing

/// Databases as earlier versions left them.
enum Fixture {
  /// A folder of its own with a copy of the database in it: opening one changes it.
  static func open(_ name: String) throws -> Scratch {
    let file = try #require(
      Bundle.module.url(forResource: name, withExtension: "sqlite", subdirectory: "Fixtures"))
    let scratch = try Scratch()
    try FileManager.default.copyItem(atPath: file.path, toPath: scratch.path())
    return scratch
  }
}
