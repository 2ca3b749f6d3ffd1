import EntraIdentity
import Foundation

/// Does tasks with EntraIdentity: one task of JSON on each line of standard input, its outcomes on
/// one line of standard output before the next is read.
@main
struct IdentityTasks {
  static func main() async throws {
    let transport = try NetworkTransport(
      configuration: .fromEnvironment(ProcessInfo.processInfo.environment))
    let encoder = JSONEncoder()
    while let line = readLine() {
      let task = try JSONDecoder().decode(IdentityTask.self, from: Data(line.utf8))
      var outcomes: [StepOutcome] = []
      let client = try task.client(transport)
      for step in task.steps { outcomes.append(try await step.outcome(client)) }
      try FileHandle.standardOutput.write(contentsOf: encoder.encode(outcomes) + [0x0A])
    }
    await transport.shutdown()
  }
}
