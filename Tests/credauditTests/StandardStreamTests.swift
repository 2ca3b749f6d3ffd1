import Foundation
import Synchronization
import Testing

@testable import credaudit

/// What becomes of what is said where nobody takes it.
@Suite struct StandardStreamTests {
  @Test("A full disk behind standard output is told, and nothing passes for whole")
  func full() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let failure = #expect(throws: StandardStream.Failure.self) {
      try StandardStream(descriptor: descriptor).write("half a report")
    }
    #expect(failure?.code == ENOSPC)
  }

  @Test("A reader that went away is no failure")
  func nobodyReads() throws {
    // As the command does; without it the process would end here.
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    defer { close(ends[1]) }
    close(ends[0])
    try StandardStream(descriptor: ends[1]).write("nobody reads this")
  }

  @Test("A pipe that keeps no writer waiting gets the whole text all the same")
  func doesNotWait() async throws {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    #expect(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    let (reading, writing) = (ends[0], ends[1])
    // More than any pipe holds, so that the writer has to come back to it.
    let text = String(repeating: "0123456789abcdef", count: 1 << 17)
    let reader = Task.detached {
      FileHandle(fileDescriptor: reading, closeOnDealloc: true).readDataToEndOfFile()
    }
    let writer = Task.detached {
      defer { close(writing) }
      try StandardStream(descriptor: writing).write(text)
    }
    try await writer.value
    #expect(await reader.value == Data(text.utf8))
  }

  @Test(
    "A command whose output cannot be written ends with 4, whatever it found",
    arguments: [["audit"], ["authority", Contoso.authority], ["explain", "expired"], ["--help"]])
  func outputIsFull(_ arguments: [String]) async throws {
    try await Scenario().perform { stage in
      stage.outputIsFull.withLock { $0 = true }
      let run = try await stage.run(arguments)
      #expect(run.status == .failure)
      #expect(run.error.contains("no space left on device") && run.error.contains("hint: "))
    }
  }
}
