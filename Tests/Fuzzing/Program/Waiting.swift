import Dispatch
import Synchronization

/// Waits for asynchronous work: a fuzzer calls from its one thread and wants the answer there.
enum Waiting {
  static func `for`<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let result = Mutex<Value?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task {
      let value = await work()
      result.withLock { $0 = value }
      done.signal()
    }
    done.wait()
    guard let value = result.withLock({ $0 }) else { fatalError("the work ended without a value") }
    return value
  }
}
