import CredentialAudit
import Foundation

/// `expiries.ics`, for calendars (RFC 5545): an event for each credential that has an end and is in
/// the inventory, be it past or to come.
///
/// There is no METHOD: with one, the file would be a message of an organizer, which each event would
/// have to name (RFC 5546, section 3.2.1) and calendar servers refuse to store (RFC 4791, section
/// 4.1). Without one it is what it is, a state, to be imported or subscribed to.
struct CalendarReport: Report {
  private let run: any RunReader
  private let calendar: CalendarWriter
  private var isEmpty = true

  init(run: any RunReader, stream: ByteStream) {
    self.run = run
    calendar = CalendarWriter(stream)
  }

  func begin() throws {
    try calendar.begin("VCALENDAR")
    try writeHead()
  }

  mutating func write(_ credential: CredentialRecord) throws {
    guard let end = credential.expiresAt, credential.change != .gone else { return }
    isEmpty = false
    try CalendarEvent(credential: credential, end: end, run: run.run).write(to: calendar)
  }

  func end() throws {
    if isEmpty { try writeZone() }
    try calendar.end("VCALENDAR")
  }

  private func writeHead() throws {
    let facts = run.run
    try calendar.property("VERSION", "2.0")
    try calendar.property("PRODID", "-//credaudit//credaudit//EN")
    try calendar.property("CALSCALE", "GREGORIAN")
    try calendar.text("X-CREDAUDIT-RUN", facts.id)
    // No standard's, and the name by which nearly all calendars call what they subscribe to.
    try calendar.text("X-WR-CALNAME", "Ends of credentials")
    let statements = RunStatement.all(of: facts, summary: try run.summary())
    let words =
      ["As of \(Wording.minute(facts.startedAt))."] + statements.map { "\($0.title): \($0.text)" }
    try calendar.text("X-WR-CALDESC", words.joined(separator: " "))
    // How often who subscribes may look again (RFC 7986, section 5.7).
    try calendar.property("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
  }

  /// A calendar must have something in it (RFC 5545, section 3.6); a zone is shown by none.
  private func writeZone() throws {
    try calendar.component("VTIMEZONE") {
      try calendar.property("TZID", "Etc/UTC")
      try calendar.component("STANDARD") {
        try calendar.property("DTSTART", "19700101T000000")
        try calendar.property("TZOFFSETFROM", "+0000")
        try calendar.property("TZOFFSETTO", "+0000")
      }
    }
  }
}
