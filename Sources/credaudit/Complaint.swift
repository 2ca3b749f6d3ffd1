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
          held.description, hint: "wait for it to end; cron may try again by itself")
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
    default: return parsing(error, console)
    }
  }

  /// What the parser of arguments says: help and version are no errors.
  private static func parsing(_ error: any Error, _ console: Console) -> ExitStatus {
    let message = CredAudit.fullMessage(for: error)
    if CredAudit.exitCode(for: error).isSuccess {
      console.write(message + "\n")
      return .clean
    }
    if CredAudit.exitCode(for: error) == .validationFailure {
      // The parser begins what it says in a voice of its own.
      let text =
        message.hasPrefix("Error: ") ? "credaudit: error: " + message.dropFirst(7) : message
      console.say(text.hasSuffix("\n") ? text : text + "\n")
      return .usage
    }
    console.complain(message.isEmpty ? "it ended for an unknown reason" : message)
    return .failure
  }
}
