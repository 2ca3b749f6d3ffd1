import Dispatch
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
  private let sources = Mutex<[any DispatchSourceSignal]>([])

  /// How to end because of a signal; nil where none came.
  var status: ExitStatus? { state.withLock { $0.received } }

  /// Starts to listen to the process' signals.
  func listen() {
    for (number, status) in [(SIGINT, ExitStatus.interrupted), (SIGTERM, .terminated)] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in receive(status) }
      source.resume()
      sources.withLock { $0.append(source) }
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
    if isSecond { exit(status.rawValue) }
    body?()
  }
}
