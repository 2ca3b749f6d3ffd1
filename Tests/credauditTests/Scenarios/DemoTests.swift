import AuditStore
import Foundation
import Testing

@testable import credaudit

/// The demo clears what it left behind before, and must never clear anything else.
@Suite struct DemoTests {
  private func demo(_ options: String...) async -> (ExitStatus, HeardConsole) {
    var surroundings = Surroundings.process
    let said = HeardConsole()
    surroundings.console = said.console
    let status = await Surroundings.$current.withValue(surroundings) {
      await CredAudit.run(["demo"] + options)
    }
    return (status, said)
  }

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

    let (status, said) = await demo("--reports", folder)

    #expect(status == .usage)
    #expect(said.error.hasPrefix("credaudit: error: "))
    for file in [history, inventory, bundle] {
      #expect(try Data(contentsOf: URL(filePath: file)) == Data("mine".utf8))
    }
  }

  @Test("Where no folder can be made it says so, and what to do")
  func noPlace() async throws {
    let file = NSTemporaryDirectory() + "credaudit-demo-" + UUID().uuidString
    try Data().write(to: URL(filePath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let (status, said) = await demo("--reports", file + "/demo")
    #expect(status == .failure)
    #expect(said.error.hasPrefix("credaudit: error: cannot make the folder '\(file)/demo': "))
    #expect(said.error.contains("credaudit: hint: a part of that path is a file"))
  }

  @Test("What keeps the night before from being audited is said, though that night is a silent one")
  func heldHistory() async throws {
    let folder = NSTemporaryDirectory() + "credaudit-demo-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let lock = try RunLock(database: folder + "/credaudit.sqlite")
    defer { withExtendedLifetime(lock) {} }
    let (status, said) = await demo("--reports", folder)
    #expect(status == .locked)
    #expect(said.error.contains("credaudit: hint: wait for it to end"))
  }

  @Test("Without its inventory it takes nothing of an older demo away")
  func noInventory() async throws {
    let folder = NSTemporaryDirectory() + "credaudit-demo-" + UUID().uuidString
    let files = ["/credaudit.sqlite", "/inventory/.credaudit-demo", "/inventory/inventory.yaml"]
    try FileManager.default.createDirectory(
      atPath: folder + "/inventory", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for file in files { try Data("older".utf8).write(to: URL(filePath: folder + file)) }
    let (status, said) = await demo("--reports", folder, "--inventory", "nowhere.yaml")
    #expect(status == .usage && said.error.contains("'nowhere.yaml'"))
    for file in files {
      #expect(try Data(contentsOf: URL(filePath: folder + file)) == Data("older".utf8))
    }
  }
}
