import EntraIdentity
import Foundation

/// What a command takes from the world around it; a test gives its own.
struct Surroundings: Sendable {
  var environment: [String: String]
  var time: any TimeSource
  var console: Console
  /// The signals that end a run early.
  var interruption: Interruption

  /// The process' own.
  static let process = Surroundings(
    environment: ProcessInfo.processInfo.environment, time: SystemTime(), console: .process,
    interruption: Interruption())

  @TaskLocal static var current = Surroundings.process
}
