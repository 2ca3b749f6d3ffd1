import Foundation
import Glibc
import Testing

@testable import CredentialAudit

@Suite("Whether commands may run")
struct CommandPermissionTests {
  private static let tenants =
    "version: 1\ninclude: [t/*.yaml]\ntenants: [{ name: a, authority: https://login.microsoftonline.com/a }]\n"

  private func judge(_ change: (String) -> Void = { _ in }) throws -> CommandPermission {
    try TemporaryFolder.with([
      "i/inventory.yaml": Self.tenants, "i/t/x.yaml": "version: 1\n", "i/u/y": "",
    ]) { folder in
      change(folder)
      return try CommandPermission.judging(
        InventoryLoader(now: Fixture.now).load(path: folder + "/i/inventory.yaml"))
    }
  }

  @Test("an inventory that only we can write may run commands")
  func allowed() throws {
    #expect(try judge() == .allowed)
  }

  @Test(
    "one place that others can write is enough to run none",
    arguments: [
      ("i/inventory.yaml", 0o620), ("i/inventory.yaml", 0o602), ("i", 0o770), ("i", 0o1777),
      ("i/t", 0o770), ("i/t", 0o1777), ("i/t/x.yaml", 0o666), ("", 0o777),
    ] as [(String, mode_t)])
  func writable(_ path: String, _ mode: mode_t) throws {
    let permission = try judge { chmod($0 + "/" + path, mode) }
    guard case .never(let reason) = permission else {
      Issue.record("allowed")
      return
    }
    #expect(reason.contains("can be written by others (mode \(FileMode.octal(mode)))"))
  }

  @Test("a sticky folder further up, such as /tmp, is in order")
  func sticky() throws {
    #expect(try judge { chmod($0, 0o1777) } == .allowed)
  }

  @Test("a folder that a wildcard looked into counts though it gave no file")
  func emptyFolder() throws {
    let permission = try judge { folder in
      unlink(folder + "/i/t/x.yaml")
      chmod(folder + "/i/t", 0o777)
    }
    #expect(permission != .allowed)
  }

  @Test("the folder that a link leads to counts as the one that it is in")
  func links() throws {
    let permission = try judge { folder in
      rename(folder + "/i/t/x.yaml", folder + "/i/u/x.yaml")
      symlink("../u/x.yaml", folder + "/i/t/x.yaml")
      chmod(folder + "/i/u", 0o777)
    }
    #expect(permission != .allowed)
  }

  @Test("what belongs to another user runs nothing", .enabled(if: geteuid() == 0))
  func otherOwner() throws {
    let permission = try judge { chown($0 + "/i/t/x.yaml", 12_345, 0) }
    guard case .never(let reason) = permission else {
      Issue.record("allowed")
      return
    }
    #expect(reason.hasSuffix("belongs to another user (uid 12345)"))
  }
}
