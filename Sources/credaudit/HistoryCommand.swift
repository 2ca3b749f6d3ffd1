import ArgumentParser
import AuditStore
import CredentialAudit
import EntraIdentity

/// The life of one authority or credential, out of the database.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Tells an authority's or a credential's life: verdicts, codes, rotations.")

  @Argument(
    help: ArgumentHelp(
      "tenant for its authority, or tenant/application/credential.", valueName: "subject"))
  var subject: String

  @OptionGroup var database: DatabaseOption
  @OptionGroup var format: OutputFormatOption

  func run() throws {
    let surroundings = Surroundings.current
    let store = try database.open()
    let chosen = try SubjectChoice(among: store.subjects()).subject(subject)
    guard let life = try store.life(of: chosen) else { throw SubjectChoice.unknown(subject) }
    let now = surroundings.time.now
    switch format.format {
    case .table: try surroundings.console.write(LifeStory(life, now: now).text)
    case .json: try surroundings.console.write(LifeRows(life).document(now: now))
    case .csv: try surroundings.console.write(LifeRows(life).rows.text(.csv))
    }
  }
}
