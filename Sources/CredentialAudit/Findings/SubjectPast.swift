package import Foundation

/// What the runs until now said of a subject, by which the next look at it is judged.
package struct SubjectPast: Sendable, Hashable {
  /// What was last said.
  package let verdict: Verdict
  package let course: SubjectCourse
  package let recent: RecentVerdicts

  package init(verdict: Verdict, course: SubjectCourse, recent: RecentVerdicts) {
    self.verdict = verdict
    self.course = course
    self.recent = recent
  }

  /// What is known after one more look.
  /// - Parameters:
  ///   - verdict: What it said; not `skipped`, which is no look.
  ///   - start: When its run started.
  ///   - before: What was known before; nil for the first look.
  package init(_ verdict: Verdict, at start: Date, after before: SubjectPast?) {
    let isSame = before?.verdict == verdict
    let course = before?.course
    self.verdict = verdict
    recent = (before?.recent ?? RecentVerdicts()).adding(verdict)
    // A clock that was set back must not make a series begin after the run that ends it.
    let earlier = { (moment: Date?) in min(moment ?? start, start) }
    self.course = SubjectCourse(
      since: isSame ? earlier(course?.since) : start,
      failingSince: verdict == .pass ? nil : earlier(course?.failingSince),
      lastPassedAt: verdict == .pass ? start : course?.lastPassedAt,
      streak: isSame ? (course?.streak ?? 0) + 1 : 1, isFlapping: recent.isFlapping)
  }
}
