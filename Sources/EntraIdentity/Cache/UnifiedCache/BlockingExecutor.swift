import Dispatch

/// Runs an actor on a thread of its own, where it may wait for a disk: the threads that tasks share
/// are as few as the machine has cores, and one that waits is missing to everybody.
final class BlockingExecutor: SerialExecutor {
  private let queue: DispatchQueue

  init(label: String) {
    queue = DispatchQueue(label: label)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { [self] in job.runSynchronously(on: asUnownedSerialExecutor()) }
  }
}
