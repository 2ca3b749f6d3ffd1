import AuditStore
import CredentialAudit
import Foundation
import Testing

@Suite struct DamageTests {
  private func filled() throws -> (Scratch, Data) {
    let scratch = try Scratch()
    for number in 0..<3 {
      try scratch.record(
        "\(number)", at: day(number),
        credentials: (0..<60).map { sampleCredential("name \($0)", .warning, code: "code-\($0)") })
    }
    return (scratch, try Data(contentsOf: URL(fileURLWithPath: scratch.path())))
  }

  /// Opens, reads all and writes; every failure has a kind.
  private func use(_ scratch: Scratch) -> StoreError? {
    do {
      let store = try scratch.open()
      for run in try store.runs(limit: 9) {
        _ = try store.run(id: run.id)?.credentials()
        _ = try store.run(id: run.id)?.summary()
      }
      let recorder = try store.begin(
        sampleRun("after"), holding: try RunLock(database: scratch.path()))
      try recorder.record(credentials: [sampleCredential("name 1")])
      try recorder.finish(at: day(9), complete: true)
      return nil
    } catch let error as StoreError {
      return error
    } catch {
      Issue.record("untyped: \(error)")
      return nil
    }
  }

  @Test("a finished run is in the one file, and nothing is left beside it")
  func oneFile() throws {
    let (scratch, _) = try filled()
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.folder).sorted()
    #expect(files == ["history.sqlite", "history.sqlite.lock"])
  }

  @Test("a database that was cut off is damaged, and says so")
  func truncated() throws {
    let (scratch, bytes) = try filled()
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: scratch.path()))
    #expect(use(scratch)?.kind == .corrupt)
  }

  @Test("a header that was overwritten is no database")
  func header() throws {
    let (scratch, bytes) = try filled()
    var damaged = bytes
    damaged.replaceSubrange(0..<16, with: Data(repeating: 0x20, count: 16))
    try damaged.write(to: URL(fileURLWithPath: scratch.path()))
    #expect(use(scratch)?.kind == .notADatabase)
  }

  @Test("whichever page is overwritten, it ends with a typed error or with all that is whole")
  func everyPage() throws {
    let (scratch, bytes) = try filled()
    let file = URL(fileURLWithPath: scratch.path())
    var kinds: Set<StoreError.Kind> = []
    for page in stride(from: 0, to: bytes.count, by: 4096) {
      for (offset, filler) in [(100, 0xff), (8, 0x00), (2048, 0xa5)] as [(Int, UInt8)] {
        var damaged = bytes
        let start = page + offset
        damaged.replaceSubrange(start..<start + 512, with: Data(repeating: filler, count: 512))
        for suffix in ["-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: scratch.path() + suffix)
        }
        try damaged.write(to: file)
        if let error = use(scratch) { kinds.insert(error.kind) }
      }
    }
    #expect(kinds.contains(.corrupt))
    #expect(kinds.isDisjoint(with: [.diskFull, .busy, .readOnly, .permission, .folderMissing]))
  }
}
