import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("A rotation over the runs")
struct RotationCourseTests {
  private typealias Directory = DirectoryFixture

  private static let day = "2026-11-18"
  private static let newer = Directory.password(1, from: -5, to: 300)
  private static let older = Directory.password(2, hint: "Xyz", from: -200, to: 20)
  private static let oldest = Directory.password(3, hint: "Uvw", from: -400, to: 10)

  private static func name(_ number: Int) -> String {
    Directory.id(number).uuidString.lowercased()
  }

  /// With the newer one in use and the others beside it.
  private static func directory(
    _ others: [DirectoryPassword] = [older], past: RotationPast? = nil, isWhole: Bool = true
  ) -> Directory {
    var directory = Directory(passwords: [newer] + others, fitting: [Directory.id(1)])
    directory.history = RotationHistory(past: past, isWhole: isWhole)
    return directory
  }

  private static func past(
    _ step: RotationStep = .newerUsed, of entry: Int = 1, runs: Int = 3,
    on day: String = "2026-11-17",
    older: [Int] = [2]
  ) -> RotationPast {
    RotationPast(
      step: step, count: RotationCount(of: name(entry), runs: runs, countedOn: day),
      older: older.map(name))
  }

  private func evidence(_ directory: Directory) throws -> Evidence {
    try #require(
      CheckCatalog.judge(directory.observation).first { $0.check == .directoryCredential }
    ).evidence
  }

  @Test(
    "tries are counted once a day, by runs over everything, and a refusal begins anew",
    arguments: [
      (RotationCount.Trial.taken, "2026-11-18", true, 4), (.taken, "2026-11-17", true, 3),
      (.taken, "2026-11-18", false, 3), (.untold, "2026-11-18", true, 3),
      (.refused, "2026-11-18", true, 0), (.refused, "2026-11-17", false, 0),
    ])
  func count(_ trial: RotationCount.Trial, _ day: String, _ isWhole: Bool, _ runs: Int) {
    let before = RotationCount(of: "a", runs: 3, countedOn: "2026-11-17")
    let after = before.after(trial, on: day, isWhole: isWhole)
    #expect(after.runs == runs && after.entry == "a")
    #expect(after.countedOn == (runs == 4 ? day : runs == 0 ? nil : "2026-11-17"))
  }

  @Test("a count that is enough stays as it is, so that the same is stored every night")
  func enough() {
    let before = RotationCount(of: "a", runs: RotationCount.enough, countedOn: "2026-11-17")
    #expect(before.after(.taken, on: Self.day, isWhole: true) == before)
    #expect(before.isEnough)
    #expect(!RotationCount(of: "a", runs: RotationCount.enough - 1).isEnough)
  }

  @Test("what a run tells is what the next one reads")
  func roundTrip() throws {
    let told = Self.past()
    var evidence: Evidence = ["key_id": Self.name(1)]
    evidence = Evidence(evidence.items + told.evidence.items)
    #expect(RotationPast(evidence) == told)
    #expect(RotationPast(Evidence(told.carried)) == told)
    // A run over a part tells its own look, and what was told before stands beside it.
    let part = Evidence(
      [Evidence.Item(name: "rotation", value: "one")] + evidence.items.prefix(1) + told.carried)
    #expect(RotationPast(part) == told)
    #expect(RotationPast(["key_id": "a"]) == nil)
    #expect(RotationPast(["rotation": "strange", "key_id": "a"]) == nil)
    #expect(RotationPast(["last_several_since": Self.day])?.severalSince == Self.day)
  }

  @Test("the first night counts one, the next goes on, and the seventh makes the older removable")
  func course() throws {
    let first = try evidence(Self.directory())
    #expect(first["rotation"] == "newer_used" && first["rotation_runs"] == "1")
    #expect(first["older_key_ids"] == Self.name(2))
    let next = try evidence(Self.directory(past: Self.past(runs: 5)))
    #expect(next["rotation"] == "newer_used" && next["rotation_runs"] == "6")
    let last = try evidence(Self.directory(past: Self.past(runs: 6)))
    #expect(last["rotation"] == "removable" && last["rotation_runs"] == "7")
    #expect(last["next_step"]?.contains("remove 'ci deploy' (\(Self.name(2)))") == true)
  }

  @Test("another one in use begins the count anew")
  func another() throws {
    let evidence = try evidence(
      Self.directory(past: Self.past(.removable, of: 9, runs: 7, older: [])))
    #expect(evidence["rotation"] == "newer_used" && evidence["rotation_runs"] == "1")
    // What was in use then is in the directory no more.
    #expect(evidence["removed_key_ids"] == Self.name(9))
  }

  @Test("removed is what was there and is no more, and is said once")
  func removed() throws {
    let said = try evidence(Self.directory([], past: Self.past(.removable, runs: 7)))
    #expect(said["rotation"] == "removed" && said["removed_key_ids"] == Self.name(2))
    #expect(said["rotation_runs"] == nil && said["older_key_ids"] == nil)
    let past = try #require(RotationPast(said))
    let next = try evidence(Self.directory([], past: past))
    #expect(next["rotation"] == "one" && next["removed_key_ids"] == nil)
  }

  @Test("of two older ones each is told, and the rotation is over with the last")
  func twoOlder() throws {
    let both = try evidence(Self.directory([Self.older, Self.oldest]))
    #expect(both["older_key_ids"] == "\(Self.name(3)) \(Self.name(2))")
    let one = try evidence(
      Self.directory([Self.older], past: Self.past(.removable, runs: 7, older: [3, 2])))
    #expect(one["rotation"] == "removable" && one["removed_key_ids"] == Self.name(3))
    let none = try evidence(Self.directory([], past: Self.past(.removable, runs: 7)))
    #expect(none["rotation"] == "removed")
  }

  @Test("of many older ones the living is named, and is there to be missed once it is removed")
  func manyOlder() throws {
    let ended = (10...40).map { Directory.password($0, from: -400, to: -Double($0)) }
    let evidence = try evidence(
      Self.directory(ended + [Self.older], past: Self.past(runs: 6)))
    #expect(evidence["next_step"]?.contains("remove 'ci deploy' (\(Self.name(2)))") == true)
    let told = evidence["older_key_ids"]?.split(separator: " ").map(String.init) ?? []
    #expect(told.count == 20 && told.contains(Self.name(2)))
  }

  @Test("of two that began at the same moment neither is the older one")
  func sameStart() throws {
    let twin = Directory.password(2, hint: "Xyz", from: -5, to: 20)
    let evidence = try evidence(Self.directory([twin], past: Self.past(runs: 6, older: [])))
    #expect(evidence["rotation"] == nil && evidence["next_step"] == nil)
  }

  @Test("going back to the older one and removing the newer one is no end of a rotation")
  func wayBack() throws {
    let evidence = try evidence(
      Self.directory([], past: Self.past(of: 2, older: [1])))
    #expect(evidence["rotation"] == "one" && evidence["removed_key_ids"] == nil)
  }

  @Test("a newer one that is withdrawn before it was used is no end of a rotation")
  func withdrawn() throws {
    let evidence = try evidence(
      Self.directory([], past: Self.past(.newerAdded, runs: 0, older: [])))
    #expect(evidence["rotation"] == "one" && evidence["removed_key_ids"] == nil)
  }

  @Test("an older one that has ended is still there")
  func ended() throws {
    let ended = Directory.password(2, hint: "Xyz", from: -200, to: -1)
    let evidence = try evidence(Self.directory([ended], past: Self.past(.removable, runs: 7)))
    #expect(evidence["rotation"] == "one" && evidence["removed_key_ids"] == nil)
    #expect(evidence["older_key_ids"] == Self.name(2))
    let gone = try self.evidence(Self.directory([], past: Self.past(.one, runs: 0)))
    #expect(gone["rotation"] == "removed")
  }

  @Test(
    "a run over a part says what it sees, and neither counts nor says that anything was removed")
  func part() throws {
    for others in [[Self.older], []] {
      let evidence = try evidence(Self.directory(others, past: Self.past(), isWhole: false))
      #expect(evidence["rotation"] == (others.isEmpty ? "one" : "newer_used"))
      #expect(evidence["removed_key_ids"] == nil && evidence["next_step"] == nil)
      let past = try #require(RotationPast(evidence))
      #expect(past.count == Self.past().count && past.older == [Self.name(2)])
    }
  }

  @Test("a night that cannot look forgets nothing, and a refusal begins anew even then")
  func unread() throws {
    var directory = Self.directory(past: Self.past(.removable, runs: 7))
    directory.failure = DirectoryFailure(collection: "applications", page: 1, reason: .loop)
    let kept = try evidence(directory)
    #expect(kept["rotation"] == nil && kept["last_rotation"] == "removable")
    #expect(RotationPast(kept) == Self.past(.removable, runs: 7))
    let standing = try #require(RotationStanding(kept))
    #expect(standing.isOfEarlierRun && standing.words.contains("when the directory was last read"))
    directory.history = RotationHistory(
      past: Self.past(.removed, runs: 0, older: []), isWhole: true)
    #expect(try evidence(directory)["last_rotation"] == nil)
  }

  @Test("where the service did not take it, the older one is needed")
  func refused() throws {
    var directory = Self.directory(past: Self.past(.removable, runs: 7))
    directory.hasToken = false
    directory.authority = .proven(try ResolvedFixture.resolved())
    directory.error = .refused(
      ServiceRefusal(
        status: 401, error: "invalid_client", codes: [7_000_222], code: "AADSTS7000222",
        entry: AADSTSCatalog.meaning(of: 7_000_222), host: "login.microsoftonline.com"))
    let evidence = try evidence(directory)
    #expect(evidence["rotation"] == nil && evidence["last_rotation"] == "newer_used")
    #expect(evidence["last_rotation_runs"] == nil)
    directory.failure = DirectoryFailure(collection: "applications", page: 1, reason: .loop)
    #expect(try self.evidence(directory)["last_rotation"] == "newer_used")
  }

  @Test("a federation is not rotated")
  func federated() throws {
    let federation = DirectoryFederation(
      id: Directory.id(1), name: "gh", issuer: "https://i", subject: "s", audiences: ["a"])
    let entry = DirectoryEntry(federation)
    let directory = Self.directory()
    let holding = try #require(directory.observation.holding)
    let course = RotationCourse(
      RotationLook(using: entry, in: holding, directory.observation),
      after: directory.history, on: Self.day)
    #expect(course.evidence.isEmpty)
  }

  struct Older: Sendable {
    var runs = 0
    var trial = RotationCount.Trial.taken
    /// Since when the newer one lives.
    var since: Double = -5
    let words: String
  }

  @Test(
    "the older one is a leftover when the newer one has shown that it does",
    arguments: [
      Older(words: "skipped older-beside"), Older(runs: 5, words: "skipped older-beside"),
      Older(runs: 6, words: "warning leftover-live"),
      Older(runs: 6, trial: .untold, words: "skipped older-beside"),
      Older(runs: 7, trial: .untold, words: "warning leftover-live"),
      Older(runs: 7, trial: .refused, words: "skipped older-beside"),
      Older(since: -31, words: "warning leftover-live"),
    ])
  func older(_ row: Older) throws {
    var directory = Directory(passwords: [
      Directory.password(1, from: row.since, to: 300), Self.older,
    ])
    let count = RotationCount(of: Self.name(1), runs: row.runs, countedOn: "2026-11-17")
    directory.history = RotationHistory(past: RotationPast(count: count), isWhole: true)
    let entry = try directory.entry(2, beside: [1], trials: [1: row.trial])
    let findings = CheckCatalog.judge(entry).filter { $0.check == .directoryCredential }
    #expect(findings.map { "\($0.verdict.rawValue) \($0.code)" } == [row.words])
    #expect(findings.first?.evidence["newer_key_id"] == Self.name(1))
    let next = findings.first.flatMap { RotationPast($0.evidence)?.count?.runs }
    let expected = row.trial == .refused ? 0 : min(7, row.runs + (row.trial == .taken ? 1 : 0))
    #expect(next == expected)
  }
}
