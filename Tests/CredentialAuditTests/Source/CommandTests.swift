import EntraIdentity
import Foundation
import Glibc
import Testing

@testable import CredentialAudit

@Suite("Commands", .serialized)
struct CommandTests {
  private func read(
    _ script: String, environment: [String: String] = [:], limit: Duration = .seconds(30)
  ) async -> SourceReading {
    await SecretReader(environment: environment, commands: .allowed, commandLimit: limit)
      .read(.command(["/bin/sh", "-c", script]))
  }

  @Test("a command that may not run is not started")
  func neverStarted() async throws {
    try await TemporaryFolder.with { folder in
      let reader = SecretReader(
        environment: [:], commands: .never(reason: "--offline never runs one"))
      let reading = await reader.read(.command(["/usr/bin/touch", folder + "/ran"]))
      #expect(reading.problem?.code == .commandNotAllowed)
      #expect(reading.problem?.detail == "the command was not run: --offline never runs one")
      #expect(!FileManager.default.fileExists(atPath: folder + "/ran"))
    }
  }

  @Test("what it writes is the secret, without the final newline")
  func output() async {
    let reading = await read("echo s3cr3t-value; echo nonsense >&2")
    #expect(reading.secret?.withValue { $0 == "s3cr3t-value" } == true)
    #expect(reading.remarks.isEmpty)
  }

  @Test(
    "commands that fail are told apart, and none of their output is shown",
    arguments: [
      ("echo LEAK; exit 3", .commandFailed), ("echo LEAK; kill -9 $$", .commandFailed),
      (":", .commandOutputEmpty), ("echo", .commandOutputEmpty), ("printf '\\303('", .notText),
      ("while :; do echo LEAKLEAKLEAKLEAK; done", .commandOutputTooLarge),
    ] as [(String, SourceProblem.Code)])
  func failures(_ script: String, _ code: SourceProblem.Code) async {
    let problem = await read(script).problem
    #expect(problem?.code == code)
    #expect(
      problem?.detail.contains("LEAK") == false && problem?.detail.contains("/bin/sh") == true)
  }

  @Test("exit status and signal are named")
  func status() async {
    #expect(await read("exit 3").problem?.detail == "/bin/sh ended with status 3")
    #expect(await read("kill -9 $$").problem?.detail == "/bin/sh ended by signal 9")
  }

  @Test("a program that cannot be started is said to be so")
  func notStarted() async throws {
    let reader = SecretReader(environment: [:], commands: .allowed)
    for path in ["/nowhere/at/all", "/etc/passwd", "/"] {
      #expect(await reader.read(.command([path])).problem?.code == .commandNotStarted, "\(path)")
    }
  }

  @Test("no shell reads the words")
  func noShell() async {
    let reader = SecretReader(environment: [:], commands: .allowed)
    let reading = await reader.read(.command(["/bin/echo", "$HOME;", "`id`", "a  b"]))
    #expect(reading.secret?.withValue { $0 == "$HOME; `id` a  b" } == true)
  }

  @Test("it sees a minimal environment, an empty input and no descriptor of ours")
  func surroundings() async throws {
    let pipe = Pipe()
    let ours = [pipe.fileHandleForReading.fileDescriptor, pipe.fileHandleForWriting.fileDescriptor]
    for descriptor in ours { _ = fcntl(descriptor, F_SETFD, 0) }
    let reading = await read(
      // Without a pipe of the shell's own at the end, which would be seen as one of ours.
      "/usr/bin/env | cut -d= -f1 | sort | tr '\\n' ' '; cat; ls /proc/$$/fd; :",
      environment: ["HOME": "/root", "OTHER_SECRET": "LEAK", "LD_PRELOAD": "/tmp/x.so"])
    // PWD is the shell's own.
    #expect(reading.secret?.withValue { $0 } == "HOME LANG PATH PWD 0\n1\n2")
  }

  @Test("at its time limit it ends, with everything that it started")
  func timeLimit() async throws {
    try await TemporaryFolder.with { folder in
      let script =
        "trap '' TERM; sleep 300 & echo $! > \(folder)/child; echo $$ > \(folder)/leader; wait; sleep 300"
      let reading = await read(script, limit: .milliseconds(400))
      #expect(reading.problem?.code == .commandTimeout)
      for name in ["child", "leader"] {
        #expect(await ended(pidFile: folder + "/" + name), "\(name)")
      }
    }
  }

  @Test("what it leaves behind in its group is ended, and not waited for")
  func stragglers() async throws {
    try await TemporaryFolder.with { folder in
      let reading = await read("sleep 300 & echo $! > \(folder)/child; echo done")
      #expect(reading.secret?.withValue { $0 == "done" } == true)
      #expect(await ended(pidFile: folder + "/child"))
    }
  }

  @Test("a run that is cancelled stops its command")
  func cancellation() async throws {
    let task = Task { await read("kill -STOP $$") }
    task.cancel()
    #expect(await task.value.problem?.code == .commandCancelled)
  }

  /// Whether a process lives; a zombie that somebody else has yet to collect does not.
  /// Whether a process is gone; a signal that was sent takes the kernel a moment to carry out.
  private func ended(pidFile: String) async -> Bool {
    for _ in 0..<100_000 {
      if !isRunning(pidFile: pidFile) { return true }
      await Task.yield()
    }
    return false
  }

  private func isRunning(pidFile: String) -> Bool {
    guard let text = try? String(contentsOfFile: pidFile, encoding: .utf8) else { return true }
    let id = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let status = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else {
      return false
    }
    return status.split(separator: ")").last?.split(separator: " ").first.map {
      $0 != "Z" && $0 != "X"
    } ?? false
  }
}
