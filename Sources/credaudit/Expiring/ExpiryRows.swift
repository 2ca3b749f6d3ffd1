import CredentialAudit

/// What ends, for programs: one row a credential, soonest first.
enum ExpiryRows {
  static func rows(of ends: [UpcomingEnd]) -> Rows {
    var rows = Rows([
      "subject", "tenant", "application", "credential", "client_id", "kind", "owner", "runbook",
      "week", "expires_at", "expires_from", "days_left", "verdict", "code", "looked_at",
    ])
    for end in ends {
      let credential = end.credential
      let subject = credential.subject
      rows.add([
        .text(subject.text), .text(subject.tenant), Cell(subject.application),
        Cell(subject.credential), .text(credential.clientID), .text(credential.kind),
        Cell(credential.owner), Cell(credential.runbook), .text(end.week.text), Cell(end.at),
        Cell(credential.expiresFrom), .number(end.daysLeft),
        .text(credential.answer.verdict.rawValue), .text(credential.answer.code),
        Cell(credential.lookedAt),
      ])
    }
    return rows
  }
}
