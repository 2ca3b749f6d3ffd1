import CredentialAudit

/// Who answers for what, a few of them: one entry for each reason, however many findings it is for.
struct AnsweredList {
  static let limit = 5

  /// What one person answers for, for one reason.
  struct Entry {
    let note: SuppressionNote
    /// The first subject that it is for.
    let subject: String
    /// Whatever was found of that, worst first.
    let verdict: Verdict
    let code: String
    /// For how many findings it stands.
    var findings = 0
  }

  private var places: [SuppressionNote: Int] = [:]
  private(set) var entries: [Entry] = []
  private(set) var beyond = 0

  /// Takes what was found of a subject.
  mutating func add(_ findings: [Finding], of subject: String) {
    for finding in findings {
      guard let note = finding.suppressed else { continue }
      if let place = places[note] {
        if place < entries.count { entries[place].findings += 1 }
      } else {
        places[note] = places.count
        guard entries.count < Self.limit else {
          beyond += 1
          continue
        }
        entries.append(
          Entry(
            note: note, subject: subject, verdict: finding.verdict, code: finding.code, findings: 1)
        )
      }
    }
  }

  /// One line for each, in words.
  var lines: [String] {
    var lines = entries.map { entry in
      let more = entry.findings - 1
      return "\(PrintableText.clean(entry.subject, maximum: 260)), \(entry.verdict.rawValue) "
        + "\(PrintableText.clean(entry.code, maximum: 60))"
        + (more > 0 ? " and \(Wording.count(more, "finding", "findings")) more" : "")
        + ": \(PrintableText.clean(entry.note.owner, maximum: 100)) until \(entry.note.until), "
        + "\(PrintableText.clean(entry.note.reason, maximum: 200))"
    }
    if beyond > 0 {
      lines.append("\(Wording.count(beyond, "other reason", "other reasons")): see the reports")
    }
    return lines
  }
}
