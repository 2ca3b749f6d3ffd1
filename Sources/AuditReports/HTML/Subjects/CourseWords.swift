import CredentialAudit
import Foundation

/// How a subject or a finding has fared, in few words.
enum CourseWords {
  /// How long a subject has stood as it does. What passes needs no words, and neither does what is so
  /// for the first time.
  static func streak(_ course: SubjectCourse?, _ verdict: Verdict, at start: Date) -> String? {
    guard let course, verdict.severity > Verdict.pass.severity, course.streak > 1 else {
      return nil
    }
    return Wording.since(course, at: start)
  }

  /// What more is known of it, for who opens the row.
  static func facts(_ course: SubjectCourse?, _ verdict: Verdict) -> [(name: String, value: String)]
  {
    guard let course, verdict.severity > Verdict.pass.severity else { return [] }
    var facts: [(String, String)] = []
    facts.append(("\(Wording.capitalized(verdict.rawValue)) since", Wording.minute(course.since)))
    if let failing = course.failingSince, failing != course.since {
      facts.append(("Not passed since", Wording.minute(failing)))
    }
    facts.append(("Last passed", course.lastPassedAt.map(Wording.minute) ?? "never seen to pass"))
    return facts
  }

  /// Since when a finding is known; nil where it is new, which is said by a word of its own.
  static func known(_ past: FindingPast?, from start: Date) -> Date? {
    guard let past, !past.isNew, past.since < start else { return nil }
    return past.since
  }
}
