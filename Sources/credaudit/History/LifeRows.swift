import CredentialAudit
import Foundation

/// A life for programs: what it is now, and one row for each event.
struct LifeRows {
  private let life: SubjectLife

  init(_ life: SubjectLife) {
    self.life = life
  }

  /// One row an event, oldest first.
  var rows: Rows {
    var rows = Rows([
      "subject", "at", "run", "change", "old_verdict", "old_code", "old_since", "verdict", "code",
      "old_source", "source", "old_expires_at", "expires_at", "old_thumbprint_sha256",
      "thumbprint_sha256",
    ])
    for event in life.events {
      let (step, rotation) = (event.step, event.rotation)
      rows.add([
        .text(life.subject.text), Cell(step.at), .text(step.run), .text(step.change.rawValue),
        Cell(step.old?.verdict.rawValue), Cell(step.old?.code), Cell(event.oldSince),
        .text(step.new.verdict.rawValue), .text(step.new.code),
        Cell(rotation?.source?.old), Cell(rotation?.source?.new),
        Cell(rotation?.expiresAt?.old), Cell(rotation?.expiresAt?.new),
        Cell(rotation?.thumbprintSHA256?.old), Cell(rotation?.thumbprintSHA256?.new),
      ])
    }
    return rows
  }

  /// One object: the subject as it is, and its events below `changes`.
  func document(now: Date) -> String {
    let (state, subject) = (life.state, life.subject)
    let course = state?.course
    let facts: [(String, Cell)] = [
      ("subject", .text(subject.text)), ("tenant", .text(subject.tenant)),
      ("application", Cell(subject.application)), ("credential", Cell(subject.credential)),
      ("kind", Cell(state?.kind)), ("authority", Cell(state?.authority)),
      ("client_id", Cell(state?.clientID)), ("source", Cell(state?.traits?.source)),
      ("owner", Cell(state?.owner)), ("verdict", Cell(state?.answer.verdict.rawValue)),
      ("code", Cell(state?.answer.code)), ("summary", Cell(state?.summary)),
      ("offline", state.map { .flag($0.isOffline) } ?? .none), ("since", Cell(course?.since)),
      ("failing_since", Cell(course?.failingSince)), ("streak", Cell(course?.streak)),
      ("flapping", course.map { .flag($0.isFlapping) } ?? .none),
      ("last_passed_at", Cell(course?.lastPassedAt)), ("looked_at", Cell(state?.lookedAt)),
      ("first_seen_at", Cell(life.firstSeenAt)), ("gone_at", Cell(state?.goneAt)),
      ("expires_at", Cell(state?.traits?.expiresAt)), ("expires_from", Cell(state?.expiresFrom)),
      ("days_left", Cell(state?.traits?.expiresAt?.daysLeft(from: now))),
      ("thumbprint_sha256", Cell(state?.traits?.thumbprintSHA256)),
      ("rotation", Cell(state?.rotation?.step.rawValue)),
      ("next_step", Cell(state?.rotation?.nextStep)),
    ]
    let members = facts.map { JSONValue.Member(name: $0.0, value: .cell($0.1)) }
    return JSONValue.object(members + [JSONValue.Member(name: "changes", value: rows.json)])
      .document
  }
}
