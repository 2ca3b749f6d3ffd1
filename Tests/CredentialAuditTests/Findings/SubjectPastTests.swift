import CredentialAudit
import Foundation
import Testing

@Suite struct SubjectPastTests {
  private static func night(_ number: Int) -> Date {
    Date(timeIntervalSince1970: 1_795_000_000 + Double(number) * 86_400)
  }

  struct Course: Sendable, CustomTestStringConvertible {
    /// One letter a night.
    let nights: String
    let since: Int
    let failingSince: Int?
    let lastPassed: Int?
    let streak: Int
    var testDescription: String { nights }
  }

  static let courses = [
    Course(nights: "p", since: 0, failingSince: nil, lastPassed: 0, streak: 1),
    Course(nights: "c", since: 0, failingSince: 0, lastPassed: nil, streak: 1),
    Course(nights: "ppp", since: 0, failingSince: nil, lastPassed: 2, streak: 3),
    Course(nights: "pww", since: 1, failingSince: 1, lastPassed: 0, streak: 2),
    Course(nights: "pwcu", since: 3, failingSince: 1, lastPassed: 0, streak: 1),
    Course(nights: "wcw", since: 2, failingSince: 0, lastPassed: nil, streak: 1),
    Course(nights: "pcp", since: 2, failingSince: nil, lastPassed: 2, streak: 1),
    Course(nights: "pcpcc", since: 3, failingSince: 3, lastPassed: 2, streak: 2),
  ]

  @Test("A course says since when, and how often in a row", arguments: courses)
  func course(course: Course) throws {
    var past: SubjectPast?
    for (number, verdict) in RecentVerdicts(letters: course.nights).verdicts.enumerated() {
      past = SubjectPast(verdict, at: Self.night(number), after: past)
    }
    let found = try #require(past)
    #expect(found.course.since == Self.night(course.since))
    #expect(found.course.failingSince == course.failingSince.map(Self.night))
    #expect(found.course.lastPassedAt == course.lastPassed.map(Self.night))
    #expect(found.course.streak == course.streak)
    #expect(found.recent.letters == course.nights)
  }

  @Test("A clock that was set back makes no series begin after the run that ends it")
  func setBack() {
    let first = SubjectPast(.warning, at: Self.night(5), after: nil)
    let second = SubjectPast(.warning, at: Self.night(4), after: first)
    #expect(second.course.since == Self.night(4) && second.course.failingSince == Self.night(4))
    #expect(second.course.streak == 2)
  }
}
