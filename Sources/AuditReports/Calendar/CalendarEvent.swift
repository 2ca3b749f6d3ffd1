import CredentialAudit
import Foundation

/// A credential's end as an event (RFC 5545, section 3.6.1).
///
/// It is the moment itself and not its day: a day has no zone, so a reminder would come at another
/// moment on each desk, and west of Greenwich the day in UTC may be the day after. It has no length
/// and blocks no time.
struct CalendarEvent {
  /// Days before the end. The distances at which it becomes a warning and critical may be another
  /// credential's own; a run does not say them.
  private static let reminders = [30, 7]
  /// More than three names of an inventory have.
  private static let longestName = 400
  private static let longestTag = 60

  let credential: CredentialRecord
  let end: Date
  let run: AuditRun

  func write(to calendar: CalendarWriter) throws {
    try calendar.component("VEVENT") {
      try calendar.property("UID", EventName.of(credential))
      try calendar.moment("DTSTAMP", run.startedAt)
      try calendar.moment("LAST-MODIFIED", run.startedAt)
      try calendar.property("SEQUENCE", String(sequence))
      try calendar.moment("DTSTART", end)
      try calendar.text("SUMMARY", summary)
      try calendar.property(
        "DESCRIPTION",
        CalendarText.escaped(
          lines: EventDescription.lines(of: credential, run: run),
          maximum: EventDescription.longestLine))
      if let page { try calendar.property("URL", page) }
      if let categories { try calendar.property("CATEGORIES", categories) }
      try calendar.property("STATUS", "CONFIRMED")
      try calendar.property("TRANSP", "TRANSPARENT")
      // What is over would ring on every desk that takes the file in.
      if end > run.startedAt { try writeReminders(to: calendar) }
    }
  }

  private func writeReminders(to calendar: CalendarWriter) throws {
    for days in Self.reminders {
      try calendar.component("VALARM") {
        try calendar.property("ACTION", "DISPLAY")
        try calendar.text("DESCRIPTION", "\(summary) (in \(days) days)")
        try calendar.property("TRIGGER", "-P\(days)D")
      }
    }
  }

  /// Which of two versions is the newer one (section 3.8.7.4). A run knows nothing of the calendars
  /// that took in an older one, so the number is the minute in which it began: it grows from run to
  /// run, also where an end moved back, and has room until the year 6053. Of two runs in one minute
  /// DTSTAMP tells (RFC 5546, section 2.1.5).
  private var sequence: Int {
    min(max(UTCMoment.seconds(of: run.startedAt) / 60, 0), Int(Int32.max))
  }

  private var summary: String {
    let kind = Wording.capitalized(Wording.spaced(credential.kind))
    return "\(kind) ends: "
      + PrintableText.clean(credential.heading, maximum: Self.longestName)
  }

  /// The runbook, where it is a page. A URI is no TEXT and is not escaped, so nothing but what a URI
  /// is made of may be in it (RFC 3986, section 2).
  private var page: String? {
    guard let link = WebLink.safe(credential.runbook), link.lowercased().hasPrefix("https://"),
      link.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) })
    else { return nil }
    return link
  }

  private var categories: String? {
    let tags = credential.tags.map { CalendarText.escaped($0, maximum: Self.longestTag) }
      .filter { !$0.isEmpty }
    return tags.isEmpty ? nil : tags.joined(separator: ",")
  }
}
