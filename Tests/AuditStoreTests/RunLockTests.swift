import AuditStore
import Foundation
import Testing

@Suite struct RunLockTests {
  @Test("a second run is told who holds the lock, and gets it when the first is done")
  func oneAtATime() throws {
    let scratch = try Scratch()
    do {
      let first = try RunLock(database: scratch.path())
      let failure = #expect(throws: RunLock.Failure.self) { try RunLock(database: scratch.path()) }
      #expect(failure == .held(LockHeld(path: scratch.path(), pid: getpid())))
      withExtendedLifetime(first) {}
    }
    _ = try RunLock(database: scratch.path())
  }

  @Test(
    "a killed process holds nothing",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/flock")))
  func killed() throws {
    let scratch = try Scratch()
    let file = scratch.path() + ".lock"
    try Data("garbage".utf8).write(to: URL(fileURLWithPath: file))
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    process.arguments = ["--no-fork", file, "/bin/sh", "-c", "echo held; read forever"]
    process.standardInput = Pipe()
    process.standardOutput = output
    try process.run()
    #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))
    let failure = #expect(throws: RunLock.Failure.self) { try RunLock(database: scratch.path()) }
    #expect(failure == .held(LockHeld(path: scratch.path(), pid: nil)), "garbage is no process")
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    _ = try RunLock(database: scratch.path())
  }

  @Test("a run that is done holds nothing, though a child being started has its descriptors")
  func copied() throws {
    let scratch = try Scratch()
    var copy: Int32 = -1
    do {
      let first = try RunLock(database: scratch.path())
      // By the end of its path: the folder has a name of its own, and may be reached through a link.
      let end = URL(fileURLWithPath: scratch.path() + ".lock").pathComponents.suffix(2)
      let descriptor = try #require(
        (Int32(0)..<16_384).first {
          let target = try? FileManager.default.destinationOfSymbolicLink(
            atPath: "/proc/self/fd/\($0)")
          return target?.hasSuffix("/" + end.joined(separator: "/")) == true
        })
      copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
      withExtendedLifetime(first) {}
    }
    defer { close(copy) }
    #expect(copy >= 0)
    _ = try RunLock(database: scratch.path())
  }

  @Test("a planted link in the lock's place is not followed")
  func plantedLink() throws {
    let scratch = try Scratch()
    let victim = scratch.path("victim")
    try Data("precious".utf8).write(to: URL(fileURLWithPath: victim))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path() + ".lock", withDestinationPath: victim)
    #expect(throws: RunLock.Failure.unavailable(StoreError(.cannotOpen, path: scratch.path()))) {
      try RunLock(database: scratch.path())
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: victim)) == Data("precious".utf8))
  }

  @Test("a folder that is missing is no lock held")
  func missingFolder() throws {
    let path = try Scratch().path("missing/history.sqlite")
    #expect(throws: RunLock.Failure.unavailable(StoreError(.folderMissing, path: path))) {
      try RunLock(database: path)
    }
  }
}
