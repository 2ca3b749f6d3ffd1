import Synchronization

/// The first error of several.
final class FirstFailure: Sendable {
  private let first = Mutex<(any Error)?>(nil)

  var error: (any Error)? { first.withLock(\.self) }

  func note(_ error: any Error) {
    first.withLock { $0 = $0 ?? error }
  }
}
