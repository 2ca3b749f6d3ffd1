import AuditReports
import CredentialAudit
import EntraIdentity

/// What is said of a draft on standard error.
struct ImportAccount {
  private let draft: InventoryDraft

  init(_ draft: InventoryDraft) { self.draft = draft }

  /// What was put into a file, as `diff -U0` would show it. The lines around it are not shown: they are
  /// the inventory's, and below credentials none of those is ever repeated.
  func difference(_ update: InventoryUpdate, of path: String) -> String {
    guard !update.insertions.isEmpty else { return "" }
    let name = TerminalEscaping.line(path)
    var text = "--- \(name)\n+++ \(name)\n"
    var added = 0
    for insertion in update.insertions {
      let start = insertion.line + added + 1
      text += "@@ -\(insertion.line),0 +\(start),\(insertion.text.count) @@\n"
      for line in insertion.text { text += "+" + TerminalEscaping.line(line) + "\n" }
      added += insertion.text.count
    }
    return text
  }

  /// Reasons of the same kind in hundreds of lines tell nobody more.
  private static let mostReasons = 20

  /// How much there is, what was left out and what is to be done.
  /// - Parameter omissions: What of it has no place in the file.
  /// - Returns: Whole lines.
  func summary(without omissions: [UpdateOmission]) -> String {
    let tenant = TerminalEscaping.line(draft.tenant.name)
    var lines: [String] = []
    if draft.isEmpty {
      lines.append("the directory of \(tenant) has nothing that the inventory lacks")
    } else {
      lines.append(
        "\(draft.credentialCount.of("credential")) of "
          + "\((draft.applications.count + draft.additions.count).of("application")) "
          + "\(draft.credentialCount == 1 ? "is" : "are") new in the directory of \(tenant); "
          + "each has a reference to be filled in")
    }
    for reason in DraftOmission.allCases {
      guard let count = draft.omissions[reason] else { continue }
      lines.append("left out: \(count.of("credential")) \(reason.words)")
    }
    return (lines + Self.lines(omissions)).map { $0 + "\n" }.joined()
  }

  private static func lines(_ omissions: [UpdateOmission]) -> [String] {
    guard !omissions.isEmpty else { return [] }
    let count = omissions.reduce(0) { $0 + $1.credentials }
    let reasons = omissions.prefix(mostReasons).map { omission in
      TerminalEscaping.line(
        "  \(omission.credentials.of("credential")): \(omission.problem.message)")
    }
    let more = omissions.count - reasons.count
    return [
      "left out: \(count.of("credential")) of \(omissions.count.of("application")) without a place in "
        + "the file; without --update their lines are printed"
    ] + reasons + (more > 0 ? ["  and those of \(more.of("other application"))"] : [])
  }
}
