import ArgumentParser
import AuditReports
import AuditStore
import CredentialAudit
import EntraIdentity

/// Says what went wrong in the command's voice and picks the exit status.
enum Complaint {
  static func status(of error: any Error) -> ExitStatus {
    let console = Surroundings.current.console
    switch error {
    case let status as ExitStatus: return status
    case let problems as InventoryProblems:
      console.say(problems.description + "\n")
      let count = problems.problems.count
      console.complain(
        "the inventory has \(count == 1 ? "a problem" : "\(count) problems"); nothing was run")
      return .usage
    case let problem as UsageProblem:
      console.complain(problem.message, hint: problem.hint)
      return .usage
    case let problem as NetworkConfigurationProblem:
      console.complain(problem.description)
      return .usage
    case let failure as RunLock.Failure:
      switch failure {
      case .held(let held):
        console.complain(
          held.description, hint: "wait for it to end, or name another database by --database")
        return .locked
      case .unavailable(let error):
        console.complain(error.message, hint: error.hint)
        return .failure
      }
    case let error as StoreError:
      console.complain(error.message, hint: error.hint)
      return .failure
    case let error as ReportError:
      console.complain(error.message, hint: error.hint)
      return .failure
    case let failure as StandardStream.Failure: return failed(failure, console)
    default: return parsing(error, console)
    }
  }

  private static func failed(_ failure: StandardStream.Failure, _ console: Console) -> ExitStatus {
    console.complain(
      "standard output could not be written whole: \(failure.reason)",
      hint: "look at where it is led to; 'credaudit report' says again what a run found")
    return .failure
  }

  /// What the parser of arguments says: help and version are no errors.
  private static func parsing(_ error: any Error, _ console: Console) -> ExitStatus {
    let message = CredAudit.fullMessage(for: error)
    if CredAudit.exitCode(for: error).isSuccess {
      do {
        try console.write(message + "\n")
        return .clean
      } catch {
        return failed(error, console)
      }
    }
    if CredAudit.exitCode(for: error) == .validationFailure {
      // It quotes what was typed, which may be another program's words.
      let lines = message.split(separator: "\n").map { TerminalEscaping.line(String($0)) }
      console.complain(bare(lines.first ?? "the arguments cannot be understood"))
      console.say(lines.dropFirst().map { $0 + "\n" }.joined())
      return .usage
    }
    console.complain(message.isEmpty ? "it ended for an unknown reason" : bare(message.cleaned()))
    return .failure
  }

  /// Without the parser's own label, and in lower case after it.
  private static func bare(_ message: String) -> String {
    guard message.hasPrefix("Error: ") else { return message }
    let words = message.dropFirst(7)
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
