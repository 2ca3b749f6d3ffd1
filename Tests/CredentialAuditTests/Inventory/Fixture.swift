import Foundation
import Testing

@testable import CredentialAudit

/// One file below Fixtures, which are also held against config/inventory.schema.json by
/// Tests/Interop/schema/run.
struct Fixture: CustomTestStringConvertible, Sendable {
  /// The time by which the fixtures are written: 2026-11-22.
  static let now = Date(timeIntervalSince1970: 1_795_305_600)

  let path: String

  var testDescription: String { String(path.split(separator: "/").last ?? "") }

  /// What the first line of a bad file says: `# expect: code@line …`.
  var expected: [String] {
    let bytes = FileManager.default.contents(atPath: path) ?? Data()
    let line = bytes.prefix { $0 != 0x0A }
    return String(decoding: line, as: UTF8.self).split(separator: " ").dropFirst(2).map(String.init)
  }

  func load() throws(InventoryProblems) -> Inventory {
    try InventoryLoader(now: Self.now).load(path: path)
  }

  static let good = all("good")
  static let bad = all("bad")

  private static func all(_ folder: String) -> [Fixture] {
    let root = (Bundle.module.resourcePath ?? "") + "/Fixtures/" + folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.sorted().map { Fixture(path: root + "/" + $0) }
  }

  /// What is wrong with a text; empty where it is an inventory.
  static func problems(in text: String) -> [InventoryProblem] {
    problems(in: Array(text.utf8))
  }

  static func problems(in bytes: [UInt8]) -> [InventoryProblem] {
    do {
      _ = try InventoryLoader(now: now).load(bytes: bytes, path: "inventory.yaml")
      return []
    } catch {
      return error.problems
    }
  }
}
