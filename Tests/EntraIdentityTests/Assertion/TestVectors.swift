import Foundation

/// Test vectors by others, where the machine has them.
enum TestVectors {
  static let root = ProcessInfo.processInfo.environment["CREDAUDIT_CORPORA"].map {
    URL(filePath: $0, directoryHint: .isDirectory)
  }
  static var json: URL? { root?.appending(path: "json") }
  static var jws: URL? { root?.appending(path: "jws") }
  static var discovery: URL? { root?.appending(path: "entra/discovery") }
}
