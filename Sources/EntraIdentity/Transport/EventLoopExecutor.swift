import NIOCore
import NIOPosix

/// Runs tasks on the thread that also moves their bytes.
///
/// A task elsewhere is woken for each answer and wakes the event loop for each request: of an audit's
/// exchange these changes of thread are the greater part. What runs here must be short, as all on an
/// event loop: the loop's other exchanges wait for it.
package final class EventLoopExecutor: TaskExecutor {
  private static let all = MultiThreadedEventLoopGroup.singleton.makeIterator()
    .map(EventLoopExecutor.init)
  private let loop: any EventLoop

  /// The executor for one of many tasks, which are spread over the event loops by turns.
  package static func one(_ turn: Int) -> EventLoopExecutor { all[turn % all.count] }

  private init(_ loop: any EventLoop) { self.loop = loop }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
