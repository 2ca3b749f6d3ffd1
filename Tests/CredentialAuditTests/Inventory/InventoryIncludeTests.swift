import Foundation
import Testing

@testable import CredentialAudit

@Suite("What an inventory includes")
struct InventoryIncludeTests {
  private static func tenant(_ name: String) -> String {
    "tenants: [{ name: \(name), authority: https://login.microsoftonline.com/a.example }]\n"
  }

  private func load(_ files: [String: String]) throws -> Inventory {
    try TemporaryFolder.with(files) { folder in
      try InventoryLoader(now: Fixture.now).load(path: folder + "/inventory.yaml")
    }
  }

  private func problems(_ files: [String: String]) throws -> [InventoryProblem] {
    do {
      _ = try load(files)
      return []
    } catch let error as InventoryProblems {
      return error.problems
    }
  }

  @Test("files are read in the order of their names, each once, after the first file")
  func order() throws {
    let inventory = try load([
      "inventory.yaml": "version: 1\ninclude: [t/*.yaml, t/b.yaml, \"?/[x-z]*/c.yaml\"]\n"
        + Self.tenant("first"),
      "t/b.yaml": Self.tenant("b"), "t/a.yaml": Self.tenant("a"), "t/.hidden.yaml": "nonsense",
      "t/x1/c.yaml": Self.tenant("c"), "t/w/c.yaml": Self.tenant("w"), "t/empty.yaml": "",
    ])
    #expect(inventory.tenants.map(\.name) == ["first", "a", "b", "c"])
    #expect(inventory.files.count == 5)
    #expect(inventory.tenants[1].location.file.hasSuffix("/t/a.yaml"))
  }

  @Test("the digest is over the bytes of all files")
  func digest() throws {
    let files = ["inventory.yaml": "version: 1\ninclude: [a.yaml]\n", "a.yaml": Self.tenant("a")]
    let one = try load(files)
    let other = try load(files.merging(["a.yaml": Self.tenant("a") + "\n"]) { $1 })
    #expect(one.sha256.count == 64 && one.sha256 != other.sha256)
    #expect(try load(files).sha256 == one.sha256)
  }

  @Test("included files inherit the first file's defaults")
  func defaults() throws {
    let inventory = try load([
      "inventory.yaml": "version: 1\ndefaults: { owner: me }\ninclude: [a.yaml]\n",
      "a.yaml": Self.tenant("a"),
    ])
    #expect(inventory.tenants[0].owner == "me")
  }

  @Test("paths are relative to the file that names them")
  func relativePaths() throws {
    let inventory = try load([
      "inventory.yaml": "version: 1\ninclude: [t/a.yaml]\n",
      "t/a.yaml": """
      tenants:
        - name: a
          authority: https://login.microsoftonline.com/a.example
          applications:
            - name: a
              client_id: 8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4
              credentials: [{ name: a, secret: { file: ./s } }]
      """,
    ])
    let credential = inventory.tenants[0].applications[0].credentials[0]
    #expect(credential.kind == .secret(.file(PathName.folder(of: inventory.path) + "/t/s")))
  }

  @Test("a tenant that two files define is refused, naming both")
  func duplicates() throws {
    let found = try problems([
      "inventory.yaml": "version: 1\ninclude: [a.yaml]\n" + Self.tenant("same"),
      "a.yaml": Self.tenant("same"),
    ])
    #expect(found.map(\.code) == [.duplicateName])
    #expect(found[0].location.file.hasSuffix("/a.yaml"))
    #expect(found[0].message.contains("/inventory.yaml, line 3"))
  }

  @Test(
    "an included file holds nothing but tenants and suppressions",
    arguments: ["defaults: {}", "network: {}", "production_tags: []", "include: []"])
  func content(_ text: String) throws {
    let found = try problems([
      "inventory.yaml": "version: 1\ninclude: [a.yaml]\n", "a.yaml": text + "\n" + Self.tenant("a"),
    ])
    #expect(found.map(\.code) == [.includeContent])
  }

  @Test("problems of all files are told at once, the first file's first")
  func allAtOnce() throws {
    let found = try problems([
      "inventory.yaml":
        "version: 1\ninclude: [z.yaml, a.yaml, none.yaml]\nnetwork: { retries: x }\n",
      "a.yaml": "tenants: [a]", "z.yaml": "tenants: [\n",
    ])
    #expect(found.map(\.code) == [.includeMissing, .number, .syntax, .wrongType])
  }

  @Test("a link back to the first file is seen as itself")
  func linkedLoop() throws {
    try TemporaryFolder.with(["inventory.yaml": "version: 1\ninclude: [t/*.yaml]\n", "t/x": ""]) {
      folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/t/loop.yaml", withDestinationPath: "../inventory.yaml")
      let error = #expect(throws: InventoryProblems.self) {
        try InventoryLoader(now: Fixture.now).load(path: folder + "/inventory.yaml")
      }
      #expect(error?.problems.map(\.code) == [.includeLoop])
    }
  }

  @Test("a link that leads nowhere and a folder in a folder's place are not passed over")
  func nothingIsPassedOver() throws {
    let text =
      "version: 1\ninclude: [t/*.yaml, \"u/*/x.yaml\", \"u/*/v/*.yaml\"]\n" + Self.tenant("a")
    try TemporaryFolder.with(["inventory.yaml": text, "t/sub.yaml/x": "", "u/1/y": ""]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/t/gone.yaml", withDestinationPath: "nowhere")
      let error = #expect(throws: InventoryProblems.self) {
        try InventoryLoader(now: Fixture.now).load(path: folder + "/inventory.yaml")
      }
      #expect(error?.problems.map(\.code) == [.unreadableFile])
    }
  }

  @Test("what is not a file that can be read is said to be so", arguments: ["folder", "gone.yaml"])
  func unreadable(_ name: String) throws {
    try TemporaryFolder.with(["folder/x": ""]) { folder in
      let error = #expect(throws: InventoryProblems.self) {
        try InventoryLoader(now: Fixture.now).load(path: folder + "/" + name)
      }
      #expect(error?.problems.map(\.code) == [.unreadableFile])
    }
  }
}
