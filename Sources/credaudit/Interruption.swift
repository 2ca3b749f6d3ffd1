import Foundation
import Synchronization

/// SIGINT and SIGTERM as a request to end in good order: what was found is kept, reports say
/// incomplete. A second signal ends at once.
final class Interruption: Sendable {
  private struct State {
    var received: ExitStatus?
    var onSignal: (@Sendable () -> Void)?
  }
  private let state = Mutex(State())

  /// How to end because of a signal; nil where none came.
  var status: ExitStatus? { state.withLock { $0.received } }

  /// Starts to listen to the process' signals. A command that has nothing to bring into order, and
  /// so never said what to do, ends at the first, as it would without us.
  func listen() {
    SignalPipe.open { [self] number in
      let status = number == SIGINT ? ExitStatus.interrupted : .terminated
      guard state.withLock({ $0.onSignal != nil }) else { Foundation.exit(status.rawValue) }
      receive(status)
    }
  }

  /// What to do when a signal comes; at once where one came already.
  func onSignal(_ body: @escaping @Sendable () -> Void) {
    let isLate = state.withLock { state in
      state.onSignal = body
      return state.received != nil
    }
    if isLate { body() }
  }

  /// Acts as if a signal had come.
  func receive(_ status: ExitStatus) {
    let (isSecond, body) = state.withLock { state in
      let isSecond = state.received != nil
      state.received = state.received ?? status
      return (isSecond, state.onSignal)
    }
    if isSecond { Foundation.exit(status.rawValue) }
    body?()
  }
}
