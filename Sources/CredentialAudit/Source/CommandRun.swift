import Foundation
import Synchronization

/// One run of a command for what it writes: without a shell, bounded in time and size.
struct CommandRun: Sendable {
  let words: [String]
  let environment: [String]
  let limit: Duration
  let outputLimit: Int

  /// All that is ever said of a command: its first word.
  var shown: String { PrintableText.clean(words.first ?? "", limit: 1_000) }

  /// The few variables that programs need to find themselves. The rest is not theirs to know: other
  /// secrets of the inventory are among it.
  static func environment(from ours: [String: String]) -> [String] {
    var result = [
      "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8",
    ]
    for name in ["HOME", "LOGNAME", "TZ", "USER"] {
      if let value = ours[name] { result.append("\(name)=\(value)") }
    }
    return result
  }

  /// Runs it on a thread of its own, because waiting for a process blocks.
  func output() async -> Result<[UInt8], SourceProblem> {
    let cancelled = CancelFlag()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: run(cancelled)) }
      }
    } onCancel: {
      cancelled.set()
    }
  }

  private func run(_ cancelled: CancelFlag) -> Result<[UInt8], SourceProblem> {
    guard !words.isEmpty, !cancelled.isSet else { return .failure(problem(.cancelled)) }
    do throws(ChildProcess.StartFailure) {
      return follow(try ChildProcess.start(words, environment: environment), cancelled)
    } catch {
      return .failure(notStarted(error.error))
    }
  }

  private func follow(
    _ child: consuming ChildProcess, _ cancelled: CancelFlag
  ) -> Result<[UInt8], SourceProblem> {
    let deadline = ContinuousClock.now + limit
    var output: [UInt8] = []
    var end: End?
    var isOpen = true
    while end == nil {
      if cancelled.isSet {
        end = .cancelled
      } else if ContinuousClock.now >= deadline {
        end = .timeout
      } else {
        // Asked before reading: what it wrote before it ended is then on the pipe.
        let hasEnded = child.hasEnded()
        isOpen = isOpen && Self.drain(child.output, into: &output, limit: outputLimit)
        if output.count > outputLimit {
          end = .tooLarge
        } else if hasEnded {
          end = .ended
        } else {
          Self.pause(isOpen ? child.output : -1)
        }
      }
    }
    if end != .ended { Self.stop(child) }
    let status = child.reap()
    guard end == .ended else { return .failure(problem(end ?? .timeout)) }
    return status == 0 ? .success(output) : .failure(failed(status))
  }

  private enum End {
    case ended
    case timeout
    case cancelled
    case tooLarge
  }

  /// Asks first, so that programs can take back what they began; ``ChildProcess/reap()`` insists.
  private static func stop(_ child: borrowing ChildProcess) {
    child.signal(SIGTERM)
    let patience = ContinuousClock.now + .milliseconds(500)
    while !child.hasEnded(), ContinuousClock.now < patience { pause(-1) }
  }

  /// Reads what is there; false at the end of the output.
  private static func drain(_ descriptor: Int32, into output: inout [UInt8], limit: Int) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while output.count <= limit {
      let count = Foundation.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count < 0 && errno == EAGAIN }
      output.append(contentsOf: chunk[..<count])
    }
    return true
  }

  /// Waits for output, or a moment.
  private static func pause(_ descriptor: Int32) {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // A closed output is at its end for ever: without it, only the moment is waited for.
    _ = poll(&wait, 1, 10)
  }

  private func notStarted(_ error: Int32) -> SourceProblem {
    let why =
      switch error {
      case ENOENT, ENOTDIR: "there is no such program"
      case EACCES, EPERM: "this user may not run it"
      case ENOEXEC: "it is not a program"
      default: "errno \(error)"
      }
    return SourceProblem(.commandNotStarted, "\(shown) could not be started: \(why)")
  }

  private func failed(_ status: Int32) -> SourceProblem {
    let signal = status & 0x7F
    let how = signal == 0 ? "with status \((status >> 8) & 0xFF)" : "by signal \(signal)"
    return SourceProblem(
      .commandFailed, "\(shown) ended \(how)",
      hint: "run it by hand as this job's user, with HOME, PATH and little else set (env -i)")
  }

  private func problem(_ end: End) -> SourceProblem {
    switch end {
    case .tooLarge:
      SourceProblem(.commandOutputTooLarge, "\(shown) wrote more than \(outputLimit) bytes")
    case .cancelled: SourceProblem(.commandCancelled, "\(shown) was stopped with the run")
    case .timeout, .ended:
      SourceProblem(.commandTimeout, "\(shown) did not end in time and was stopped")
    }
  }
}

/// Set once, from whatever thread cancels.
private final class CancelFlag: Sendable {
  private let flag = Atomic(false)

  var isSet: Bool { flag.load(ordering: .relaxed) }

  func set() {
    flag.store(true, ordering: .relaxed)
  }
}
