import AuditReports
import CredentialAudit
import Foundation

/// A life as one person would tell it to another: what it is now, then what happened when.
struct LifeStory {
  private let life: SubjectLife
  private let now: Date

  init(_ life: SubjectLife, now: Date) {
    self.life = life
    self.now = now
  }

  var text: String {
    let facts =
      (life.state.map(facts) ?? [("now", "never looked at")])
      + [("first seen", life.firstSeenAt.utcMinute)]
    let width = facts.map(\.0.count).max() ?? 0
    let head = facts.map { name, value in
      let gap = String(repeating: " ", count: width - name.count + 2)
      return name + gap + TerminalEscaping.line(value) + "\n"
    }
    return TerminalEscaping.line(life.subject.text) + "\n" + head.joined() + events
  }

  private func facts(_ state: SubjectState) -> [(String, String)] {
    let course = state.course
    var facts: [(String, String)] = []
    if let gone = state.goneAt {
      facts.append(("now", "gone from the inventory since \(since(gone))"))
      facts.append(("it was", LifeWording.answer(state.answer)))
    } else {
      let streak = course.streak > 1 ? ", \(course.streak) runs in a row" : ""
      facts.append(
        ("now", "\(LifeWording.answer(state.answer)) since \(since(course.since))\(streak)"))
    }
    if state.answer.verdict != .pass, let summary = state.summary { facts.append(("", summary)) }
    if state.isOffline {
      facts.append(("offline", "no run has asked the network about it; this is what files told"))
    }
    if course.isFlapping { facts.append(("flapping", "it goes back and forth")) }
    if state.answer.verdict != .pass {
      if let failing = course.failingSince, failing != course.since {
        facts.append(("not passing", "since \(since(failing))"))
      }
      facts.append(("last passed", course.lastPassedAt?.utcMinute ?? "never"))
    }
    facts.append(("last looked at", state.lookedAt.utcMinute))
    if let authority = state.authority { facts.append(("authority", authority)) }
    if let source = state.traits?.source {
      facts.append(("credential", "\(state.kind ?? "credential"), \(source)"))
    }
    facts += end(state)
    if let rotation = state.rotation { facts.append(("rotation", rotation.words)) }
    if let owner = state.owner { facts.append(("owner", owner)) }
    return facts
  }

  private func end(_ state: SubjectState) -> [(String, String)] {
    guard let end = state.traits?.expiresAt else { return [] }
    let from = state.expiresFrom.map { ", says the \($0)" } ?? ""
    return [("end", "\(end.utcDay): \(Wording.daysLeft(end.daysLeft(from: now)))\(from)")]
  }

  private var events: String {
    guard !life.events.isEmpty else { return "" }
    // What happened comes last: where it is from and to may be paths, and nothing stands behind it.
    var rows = Rows(["when", "before", "what"])
    for event in life.events {
      rows.add(texts: [
        event.step.at.utcMinute, LifeWording.before(event), LifeWording.event(event),
      ])
    }
    return "\n" + rows.text(.table)
  }

  private func since(_ moment: Date) -> String {
    "\(moment.utcMinute) (\(Lapse.words(from: moment, to: now)))"
  }
}
