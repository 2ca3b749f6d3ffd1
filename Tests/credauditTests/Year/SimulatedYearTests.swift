import AuditStore
import CredentialAudit
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// Sixty runs over a year, against lists that were written by hand.
@Suite(.timeLimit(.minutes(60))) struct SimulatedYearTests {
  /// What each subject's life is, as `day change verdict code`.
  private static let lives: [(subject: SubjectName, life: [String])] = [
    (.authority(tenant: "contoso"), ["0 first_seen pass ok"]),
    (
      .authority(tenant: "fabrikam"),
      ["0 first_seen pass ok", "210 gone skipped gone", "270 first_seen pass ok"]
    ),
    (credential("steady"), ["0 first_seen pass ok"]),
    (
      credential("ending"),
      [
        "0 first_seen pass ok", "30 worse warning expires-soon", "54 worse critical expires-soon",
        "60 unchanged critical expired", "72 rotated pass ok",
      ]
    ),
    (
      credential("breaks"),
      ["0 first_seen pass ok", "120 worse critical AADSTS7000215", "138 recovered pass ok"]
    ),
    (
      credential("flaps"),
      [
        "0 first_seen pass ok", "240 worse critical AADSTS7000215", "246 recovered pass ok",
        "252 worse critical AADSTS7000215", "258 recovered pass ok",
        "264 worse critical AADSTS7000215", "270 recovered pass ok",
      ]
    ),
    (
      credential("lost"),
      [
        "0 first_seen pass ok", "180 worse unknown file-not-found",
        "186 worse critical file-not-found", "192 recovered pass ok",
      ]
    ),
    (credential("old-name"), ["0 first_seen pass ok", "150 gone skipped gone"]),
    (credential("new-name"), ["150 first_seen pass ok"]),
    (credential("answered"), ["0 first_seen critical AADSTS7000215"]),
    (
      .credential(tenant: "fabrikam", application: "mailer", credential: "primary"),
      ["0 first_seen pass ok", "210 gone skipped gone", "270 first_seen pass ok"]
    ),
  ]

  /// The nights on which something is said beside the verdicts.
  private static let notices = [
    12: ["suppression-lapses"], 13: ["suppression-lapses"], 14: ["suppression-lapses"],
    15: ["suppression-expired"], 16: ["suppression-expired"], 25: ["looks-renamed"],
  ]

  private static func credential(_ name: String) -> SubjectName {
    .credential(tenant: "contoso", application: "billing", credential: name)
  }

  @Test("What the database answers after a year is what happened in it")
  func year() async throws {
    try await YearOfNights.scenario.perform { stage in
      for night in 0..<YearOfNights.nights {
        try YearOfNights.prepare(night, on: stage)
        let begin = Contoso.days(Double(night * YearOfNights.daysApart))
        stage.time.advance(by: .seconds(begin.timeIntervalSince(stage.time.now)))
        let run = try await stage.audit("--formats", "json")
        // What is answered for until its day is no failure; in those nights nothing else is wrong.
        #expect(run.status == (12..<15 ~= night ? .clean : .findings), "night \(night)")
        #expect(run.report?.notices.map(\.code) == Self.notices[night] ?? [], "night \(night)")
        #expect(run.report?.run.complete == true, "night \(night)")
      }
      let store = try AuditStore(path: stage.database)
      try Self.expectLives(in: store)
      try Self.expectStates(in: store)
      try await Self.expectAnswers(on: stage)
    }
  }

  private static func expectLives(in store: AuditStore) throws {
    #expect(try store.subjects() == lives.map(\.subject).sorted())
    for (subject, expected) in lives {
      let life = try #require(try store.life(of: subject), "\(subject.text)")
      let told = life.events.map { event in
        let day = (event.step.at.timeIntervalSince(Contoso.today) / 86_400).rounded()
        return "\(Int(day)) \(event.step.change.rawValue) \(event.step.new.verdict.rawValue) "
          + event.step.new.code
      }
      #expect(told == expected, "\(subject.text)")
    }
  }

  /// How each ended the year.
  private static func expectStates(in store: AuditStore) throws {
    func course(_ subject: SubjectName) throws -> SubjectCourse {
      try #require(try store.life(of: subject)?.state?.course, "\(subject.text)")
    }
    #expect(try course(credential("steady")).streak == 60)
    #expect(try course(credential("answered")).streak == 60)
    #expect(try course(credential("answered")).lastPassedAt == nil)
    #expect(try course(credential("breaks")).streak == 37)
    #expect(try course(credential("lost")).since.utcDay == Contoso.days(192).utcDay)
    // Its last ten nights passed: what went back and forth in summer is over.
    #expect(try course(credential("flaps")).isFlapping == false)
    #expect(try course(credential("flaps")).streak == 15)
    let gone = try #require(try store.life(of: credential("old-name"))?.state)
    #expect(gone.goneAt?.utcDay == Contoso.days(150).utcDay)
    let runs = try store.runs(limit: 100)
    #expect(runs.count == YearOfNights.nights && runs.allSatisfy(\.complete))
    let newest = try #require(try store.newestRun())
    let trend = try newest.trend(limit: 30)
    #expect(trend.count == 30)
    #expect(trend.allSatisfy { $0.summary.credentials.critical >= 1 })
    #expect(trend.map(\.summary.credentials.total).filter { $0 == 7 }.count == 9)
  }

  private static func expectAnswers(on stage: Stage) async throws {
    func column(_ names: [String], of output: String) -> [String] {
      let lines = output.split(separator: "\r\n").map { $0.split(separator: ",").map(String.init) }
      let places = names.compactMap { lines.first?.firstIndex(of: $0) }
      return lines.dropFirst().map { line in places.map { line[$0] }.joined(separator: " ") }
    }
    let renaming = try await stage.run([
      "diff", Contoso.days(144).utcDay, Contoso.days(150).utcDay, "--format", "csv",
    ])
    #expect(
      column(["subject", "change"], of: renaming.output) == [
        "contoso/billing/new-name first_seen", "contoso/billing/old-name gone",
      ])
    let outage = try await stage.run([
      "diff", Contoso.days(174).utcDay, Contoso.days(186).utcDay, "--format", "csv",
    ])
    #expect(column(["subject", "change"], of: outage.output) == ["contoso/billing/lost worse"])
    let ending = try await stage.run(["expiring", "--within", "400d", "--format", "csv"])
    #expect(
      column(["subject"], of: ending.output) == [
        "contoso/billing/answered", "contoso/billing/breaks", "contoso/billing/ending",
        "contoso/billing/flaps", "contoso/billing/lost", "contoso/billing/new-name",
        "contoso/billing/steady", "fabrikam/mailer/primary",
      ])
  }
}
