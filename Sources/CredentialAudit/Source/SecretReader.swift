import EntraIdentity
import Foundation

/// Reads what references name, at the moment of use.
package struct SecretReader: Sendable {
  /// No secret, passphrase or assertion is larger.
  package static let sizeLimit = 64 << 10

  private let environment: [String: String]
  private let commands: CommandPermission
  private let commandLimit: Duration
  private let files = FileReader()

  /// - Parameters:
  ///   - environment: The variables that `env` names.
  ///   - commands: Whether `command` is run; `validate` and `--offline` pass `.never`.
  ///   - commandLimit: After which a command and all that it started are ended.
  package init(
    environment: [String: String], commands: CommandPermission,
    commandLimit: Duration = .seconds(20)
  ) {
    self.environment = environment
    self.commands = commands
    self.commandLimit = commandLimit
  }

  /// Reads one reference. What comes back holds the value, or why there is none.
  package func read(_ reference: SecretReference) async -> SourceReading {
    switch reference {
    case .env(let name): readVariable(name)
    case .file(let path): readFile(path)
    case .command(let words): await runCommand(words)
    }
  }

  private func readVariable(_ name: String) -> SourceReading {
    guard let value = environment[name] else {
      let other = environment.keys.sorted().first { $0.lowercased() == name.lowercased() }
      return SourceReading(
        .unreadable(
          SourceProblem(
            .variableNotSet, "the environment variable \(name) is not set",
            hint: other.map {
              "\(PrintableText.clean($0)) is set: names of variables tell capitals apart"
            } ?? "cron and services start with few variables: set it where the job is started")))
    }
    guard !value.isEmpty else {
      return SourceReading(
        .unreadable(
          SourceProblem(.variableEmpty, "the environment variable \(name) is set, but empty")))
    }
    let secret = Secret(value)
    return SourceReading(.value(secret), remarks: SecretRemarks.remarks(on: secret))
  }

  private func readFile(_ path: String) -> SourceReading {
    switch files.read(path, limit: Self.sizeLimit) {
    case .failure(let problem): return SourceReading(.unreadable(problem))
    case .success(let contents):
      var shown: String { PrintableText.clean(path, limit: 1_000) }
      return text(
        contents.bytes, from: shown, remarks: contents.remarks,
        empty: SourceProblem(.fileEmpty, "\(shown) is empty"))
    }
  }

  private func runCommand(_ words: [String]) async -> SourceReading {
    if case .never(let reason) = commands {
      return SourceReading(
        .unreadable(SourceProblem(.commandNotAllowed, "the command was not run: \(reason)")))
    }
    let run = CommandRun(
      words: words, environment: CommandRun.environment(from: environment), limit: commandLimit,
      outputLimit: Self.sizeLimit)
    switch await run.output() {
    case .failure(let problem): return SourceReading(.unreadable(problem))
    case .success(let bytes):
      return text(
        bytes, from: "the output of \(run.shown)", remarks: [],
        empty: SourceProblem(.commandOutputEmpty, "\(run.shown) wrote nothing"))
    }
  }

  /// One final newline is how files and commands end, not a part of the secret. What else stands
  /// at the ends is kept and remarked on, never mended in silence.
  private func text(
    _ bytes: [UInt8], from place: @autoclosure () -> String, remarks: [SourceRemark],
    empty: @autoclosure () -> SourceProblem
  ) -> SourceReading {
    let bytes = bytes.last == 0x0A ? bytes.dropLast() : bytes[...]
    guard !bytes.isEmpty else { return SourceReading(.unreadable(empty()), remarks: remarks) }
    guard let value = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      return SourceReading(
        .unreadable(
          SourceProblem(
            .notText, "\(place()) is not UTF-8 text", hint: "it may be encrypted, or in UTF-16")),
        remarks: remarks)
    }
    let secret = Secret(value)
    return SourceReading(.value(secret), remarks: remarks + SecretRemarks.remarks(on: secret))
  }
}
