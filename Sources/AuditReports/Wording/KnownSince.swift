import CredentialAudit
import Foundation

extension Wording {
  /// Since when a verdict has stood: `since 12 Nov, 9 runs`, with the year where it is not the run's.
  static func since(_ course: SubjectCourse, at start: Date) -> String {
    let isThisYear = UTCMoment(course.since).year == UTCMoment(start).year
    let day = isThisYear ? dayOfYear(course.since) : self.day(course.since)
    return "since \(day), \(count(course.streak, "run", "runs"))"
  }

  /// `22 Nov`.
  private static func dayOfYear(_ date: Date) -> String {
    let moment = UTCMoment(date)
    return "\(moment.day) \(month(moment.month))"
  }
}
