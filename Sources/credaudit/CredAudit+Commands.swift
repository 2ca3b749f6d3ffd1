import ArgumentParser
import CredentialAudit
import EntraIdentity

extension CredAudit {
  /// Refuses a first word that is no command, and says which one is near: the parser would only call
  /// it an unexpected argument.
  static func checkCommand(_ word: String?) throws(UsageProblem) {
    guard let word, !word.hasPrefix("-"), word != "help" else { return }
    let commands = configuration.subcommands.map { $0.configuration }
    guard !commands.contains(where: { $0.commandName == word }) else { return }
    let shown = commands.filter(\.shouldDisplay).compactMap(\.commandName)
    throw UsageProblem(
      "there is no command '\(word.cleaned(maximum: 60))'",
      hint: Suggestion.nearest(to: word, among: shown).map { "did you mean \($0)?" }
        ?? "'credaudit --help' lists them")
  }
}
