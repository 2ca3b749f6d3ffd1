import Foundation
import Testing

@testable import credaudit

/// The demo clears what it left behind before, and must never clear anything else.
@Suite struct DemoTests {
  @Test("A folder that holds somebody's history is refused, and left as it is")
  func foreignFolder() async throws {
    let folder = NSTemporaryDirectory() + "credaudit-demo-" + UUID().uuidString
    let history = folder + "/credaudit.sqlite"
    let inventory = folder + "/inventory/mine.yaml"
    let bundle = folder + "/inventory/ca.pem"
    try FileManager.default.createDirectory(
      atPath: folder + "/inventory", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for file in [history, inventory, bundle] {
      try Data("mine".utf8).write(to: URL(filePath: file))
    }

    var surroundings = Surroundings.process
    let said = HeardConsole()
    surroundings.console = said.console
    let status = await Surroundings.$current.withValue(surroundings) {
      await CredAudit.run(["demo", "--reports", folder])
    }

    #expect(status == .usage)
    #expect(said.error.hasPrefix("credaudit: error: "))
    for file in [history, inventory, bundle] {
      #expect(try Data(contentsOf: URL(filePath: file)) == Data("mine".utf8))
    }
  }
}
