import CredentialAudit
import EntraIdentity
import Foundation

/// What a command takes from the world around it; a test gives its own.
struct Surroundings: Sendable {
  var environment: [String: String]
  var time: any TimeSource
  var console: Console
  /// Names a run.
  var makeID: @Sendable () -> UUID = { UUID() }
  /// The signals that end a run early.
  var interruption: Interruption
  /// Whether there is a file that tells which platform this is.
  var fileExists: @Sendable (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }
  /// Where Azure Arc's agent leaves its keys.
  var arcKeys = ArcKeyFolder.standard
  /// The machine itself.
  var machine = LocalMachine()

  /// The process' own.
  static let process = Surroundings(
    environment: ProcessInfo.processInfo.environment, time: SystemTime(), console: .process,
    interruption: Interruption())

  @TaskLocal static var current = Surroundings.process

  /// The platform that keeps managed identities for what runs here.
  /// - Parameter transport: How it is asked.
  /// - Returns: The platform; nothing was asked yet.
  func platform(_ transport: any PlatformTransport) -> HostPlatform {
    HostPlatform(
      environment: environment, fileExists: fileExists, arcKeys: arcKeys, transport: transport)
  }
}
