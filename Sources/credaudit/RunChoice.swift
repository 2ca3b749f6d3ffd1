import AuditStore
import CredentialAudit
import EntraIdentity
import Foundation

/// Finds the run that somebody named.
struct RunChoice {
  /// Fewer letters of an id are soon another run's as well.
  private static let shortest = 6
  private static let shown = 5
  let store: AuditStore
  /// Whether a day would have done as well: what is neither was perhaps meant for one.
  var takesDays = false

  /// The run with that id, or the only one whose id begins so; `what` is what the word was given for:
  /// `--run`, say.
  func run(_ text: String, for what: String) throws -> AuditRun {
    let prefix = text.lowercased()
    let found = try store.runs(idPrefix: prefix, limit: Self.shown + 1)
    if let exact = found.first(where: { $0.id == prefix }) { return exact }
    let named = "\(what) '\(text.cleaned(maximum: 60))'"
    guard prefix.count >= Self.shortest else {
      throw UsageProblem(
        "\(named) is too short for a run's id",
        hint: "write the id, or its first \(Self.shortest) letters or more" + orDay)
    }
    guard let run = found.first else {
      throw UsageProblem(
        "\(named): the database has no such run",
        hint: takesDays
          ? "write the id that each report carries\(orDay); what was pruned is no longer there"
          : "each report carries its run's id; what was pruned is no longer there")
    }
    guard found.count == 1 else {
      let names = found.prefix(Self.shown).map { "\($0.id) of \($0.startedAt.utcDay)" }
      let more = found.count > Self.shown ? ", …" : ""
      throw UsageProblem(
        "\(named) is the beginning of several runs' ids",
        hint: "write more of it: \(names.joined(separator: ", "))\(more)")
    }
    return run
  }

  private var orDay: String { takesDays ? ", or a day as 2026-12-31" : "" }

  /// The moment by which a run must have started to be of that day or earlier.
  func endOfDay(_ text: String, for what: String) throws -> Date {
    guard let next = CalendarDate(text)?.next else {
      throw UsageProblem(
        "\(what) '\(text.cleaned(maximum: 60))' is no day", hint: "write a day as 2026-12-31")
    }
    return next
  }
}
