import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("Several share a cache file", .timeLimit(.minutes(10))) struct UnifiedCacheLockTests {
  private func partition(_ number: Int) -> TokenPartition {
    TokenPartition(
      environment: "login.microsoftonline.com", clientID: "client-\(number % 5)",
      realm: "00000000-0000-0000-0000-" + String(format: "%012d", number))
  }

  @Test("many tasks over several of them lose nothing to each other")
  func tasks() async throws {
    let folder = try CacheFolder(CacheFolder.cache())
    let files = (0..<3).map { _ in folder.file() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<90 {
        group.addTask {
          let file = files[number % files.count]
          try await file.save(CacheFolder.record("t\(number)"), in: partition(number))
          // What a task has saved it finds, whatever the others do meanwhile.
          #expect(try await file.secrets(partition(number)) == ["t\(number)"])
        }
      }
      try await group.waitForAll()
    }
    for file in files + [folder.file()] {
      for number in 0..<90 {
        #expect(try await file.secrets(partition(number)) == ["t\(number)"])
      }
      #expect(try await file.secrets() == ["from-msal"])
    }
  }

  /// A process that holds the lock until its input ends.
  private final class Holder {
    let process = Process()
    private let input = Pipe()

    init(_ path: String) throws {
      let output = Pipe()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["flock", path + ".lock", "sh", "-c", "echo held; exec cat"]
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))
    }

    func release() throws {
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
    }
  }

  @Test("while another process holds the lock, all can read, and who writes gives up in time")
  func locked() async throws {
    let folder = try CacheFolder(CacheFolder.cache())
    let holder = try Holder(folder.path)
    let time = ManualTime()
    let file = folder.file(timeout: .seconds(10), time: time)
    #expect(try await file.secrets() == ["from-msal"])
    let problem = await #expect(throws: UnifiedCacheProblem.self) {
      try await file.save(CacheFolder.record("t"), in: CacheFolder.partition)
    }
    #expect(problem?.code == .locked)
    let waited = time.slept.reduce(Duration.zero, +)
    #expect((.seconds(10) ..< .seconds(11)).contains(waited))
    #expect(try folder.text() == CacheFolder.cache())
    try holder.release()
    // What could not be written is not written later, by somebody else's call.
    try await file.save(
      CacheFolder.record("later", scopes: ["later"], life: 7200), in: CacheFolder.partition)
    #expect(try await file.secrets() == ["from-msal", "later"])
  }

  @Test("what another process writes while it holds the lock is not lost")
  func afterOther() async throws {
    let folder = try CacheFolder()
    let holder = try Holder(folder.path)
    let file = folder.file()
    #expect(try await file.secrets() == [])
    let saving = Task {
      try await file.save(CacheFolder.record("ours", life: 7200), in: CacheFolder.partition)
    }
    await Task.yield()
    try folder.write(CacheFolder.cache())
    try holder.release()
    try await saving.value
    #expect(try await file.secrets() == ["from-msal", "ours"])
  }

  /// A clock whose first sleep is the moment at which another program finishes what it is at.
  private struct ActingTime: TimeSource {
    let act: @Sendable () throws -> Void
    var now: Date { Date(timeIntervalSince1970: 0) }
    func sleep(for duration: Duration) async throws { try act() }
  }

  @Test(
    "a file that MSAL is about to write is not replaced meanwhile",
    arguments: ["", String(CacheFolder.cache().prefix(100))])
  func halfWritten(text: String) async throws {
    let folder = try CacheFolder(text)
    let file = folder.file(time: ActingTime { try folder.write(CacheFolder.cache()) })
    try await file.save(CacheFolder.record("ours", life: 7200), in: CacheFolder.partition)
    #expect(try await folder.file().secrets() == ["from-msal", "ours"])
  }

  @Test("a file that stays empty is begun after a moment, and one that is not there at once")
  func emptyFile() async throws {
    let time = ManualTime()
    let folder = try CacheFolder("")
    try await folder.file(time: time).save(CacheFolder.record("t"), in: CacheFolder.partition)
    #expect(try await folder.file().secrets() == ["t"])
    #expect(!time.slept.isEmpty && time.slept.reduce(.zero, +) < .seconds(1))
    let (other, otherTime) = (try CacheFolder(), ManualTime())
    try await other.file(time: otherTime).save(CacheFolder.record("t"), in: CacheFolder.partition)
    #expect(otherTime.slept.isEmpty)
  }
}
