import CredentialAudit

/// The differences between two runs as rows.
struct DiffRows {
  private let comparison: RunComparison

  init(_ comparison: RunComparison) {
    self.comparison = comparison
  }

  /// For people.
  var table: Rows {
    var rows = Rows(["change", "subject", "before", "now", "owner", "what is another"])
    for difference in comparison.differences {
      rows.add(texts: [
        difference.change.rawValue.replacing("_", with: " "), difference.subject.text,
        difference.old.map { LifeWording.answer($0.answer) } ?? "-",
        difference.new.map { LifeWording.answer($0.answer) } ?? "-",
        difference.owner ?? "-", difference.rotation.map(LifeWording.rotation),
      ])
    }
    return rows
  }

  /// For programs.
  var flat: Rows {
    var rows = Rows([
      "change", "subject", "tenant", "application", "credential", "kind", "owner", "old_verdict",
      "old_code", "verdict", "code", "old_source", "source", "old_expires_at", "expires_at",
      "old_thumbprint_sha256", "thumbprint_sha256", "old_run", "run",
    ])
    for difference in comparison.differences {
      let (subject, old, new) = (difference.subject, difference.old, difference.new)
      rows.add([
        .text(difference.change.rawValue), .text(subject.text), .text(subject.tenant),
        Cell(subject.application), Cell(subject.credential), Cell((new ?? old)?.kind),
        Cell(difference.owner),
        Cell(old?.answer.verdict.rawValue), Cell(old?.answer.code),
        Cell(new?.answer.verdict.rawValue), Cell(new?.answer.code),
        Cell(old?.traits?.source), Cell(new?.traits?.source),
        Cell(old?.traits?.expiresAt), Cell(new?.traits?.expiresAt),
        Cell(old?.traits?.thumbprintSHA256), Cell(new?.traits?.thumbprintSHA256),
        .text(comparison.old.id), .text(comparison.new.id),
      ])
    }
    return rows
  }
}

extension SubjectDifference {
  /// Whose it is, or was.
  fileprivate var owner: String? { (new ?? old)?.owner }
}
