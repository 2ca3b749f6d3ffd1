import AuditStore
import CredentialAudit
import Foundation
import Testing

/// What only a directory knew, and what it no longer has.
@Suite struct DirectoryGoneTests {
  private static func entry(
    _ name: String, tenant: String = "contoso", kind: String = "secret",
    thumbprint: String? = nil
  ) -> CredentialRecord {
    GoneTests.credential(
      name, tenant: tenant, kind: kind, source: CredentialRecord.directorySource,
      thumbprint: thumbprint)
  }

  private func gone(_ run: StoredRun) throws -> [String] {
    try run.credentials().filter { $0.change == .gone }.map(\.credential)
  }

  @Test("What a whole reading no longer has is gone, once, in words of its own")
  func once() throws {
    let scratch = try Scratch()
    let (kept, leaver) = (Self.entry("kept"), Self.entry("leaver"))
    try scratch.record("1", has: [], credentials: [kept, leaver])
    let second = try scratch.record("2", at: day(1), has: [], credentials: [kept])
    #expect(try gone(second) == ["leaver"])
    let finding = try second.credentials().first { $0.change == .gone }?.findings.first
    #expect(finding?.summary.hasPrefix("the directory no longer has it") == true)
    #expect(try gone(scratch.record("3", at: day(2), has: [], credentials: [kept])) == [])
    // It begins anew when it comes back.
    let back = try scratch.record("4", at: day(3), has: [], credentials: [kept, leaver])
    #expect(try back.credentials().first { $0.credential == "leaver" }?.change == .firstSeen)
  }

  @Test("What is looked at no more is not said to have left the directory, read or not")
  func notWatched() throws {
    for (watched, unread, words) in [
      ([:], [], "it is no longer watched"),
      (["contoso": .applications(["client-2"])], [], "it is no longer watched"),
      (["contoso": .applications(["client-2"])], ["contoso"], "it is no longer watched"),
      (["contoso": .applications(["client-1"])], [], "the directory no longer has it"),
    ] as [([String: WatchedDirectory], Set<String>, String)] {
      let scratch = try Scratch()
      try scratch.record("1", has: [], credentials: [Self.entry("leaver")])
      let second = try scratch.record(
        "2", at: day(1), has: [], unread: unread, watched: watched)
      #expect(try gone(second) == ["leaver"])
      #expect(try second.credentials()[0].findings[0].summary.hasPrefix(words))
    }
  }

  private static func secret(ends: Int, from: String, _ code: String) -> CredentialRecord {
    sampleCredential(
      "s", code == "ok" ? .pass : .unknown, code: code, ends: day(ends), from: from)
  }

  @Test("A night without the directory moves no end to a later day, and an earlier one is told")
  func keptEnd() throws {
    let scratch = try Scratch()
    try scratch.record("1", credentials: [Self.secret(ends: 3, from: "directory", "ok")])
    for night in 1...2 {
      let run = try scratch.record(
        "n\(night)", at: day(night),
        credentials: [Self.secret(ends: 400, from: "inventory", CodeMeaning.directoryNotRead)])
      let credential = try #require(try run.credentials().first)
      #expect(credential.expiresAt == day(3) && credential.expiresFrom == "directory")
      #expect(credential.daysLeft == 3 - night && credential.change != .rotated)
    }
    let early = try scratch.record(
      "3", at: day(3),
      credentials: [Self.secret(ends: 2, from: "inventory", CodeMeaning.directoryNotRead)])
    #expect(try early.credentials().first?.expiresAt == day(2))
  }

  @Test("An end of which a directory was not asked holds as it is told")
  func toldEnd() throws {
    let scratch = try Scratch()
    try scratch.record("1", credentials: [Self.secret(ends: 3, from: "directory", "ok")])
    let read = try scratch.record(
      "2", at: day(1), credentials: [Self.secret(ends: 400, from: "inventory", "ok")])
    #expect(try read.credentials().first?.expiresAt == day(400))
  }

  @Test(
    "What is an alarm no more for its age alone, or was not read, has not become better",
    arguments: [
      (Verdict.warning, CodeMeaning.endedLongAgo), (.unknown, CodeMeaning.directoryNotRead),
    ])
  func aged(_ verdict: Verdict, _ code: String) throws {
    let scratch = try Scratch()
    let record = { (verdict: Verdict, code: String) in sampleCredential("s", verdict, code: code) }
    try scratch.record("1", credentials: [record(.critical, "expired")])
    let old = try scratch.record(
      "2", at: day(1), credentials: [record(verdict, code)])
    #expect(try old.credentials().map(\.change) == [.unchanged])
    let gone = try scratch.record("3", at: day(2), credentials: [record(.pass, "ok")])
    #expect(try gone.credentials().map(\.change) == [.recovered])
  }

  @Test("What was not read whole is not gone, and is when the next whole reading lacks it")
  func unread() throws {
    let scratch = try Scratch()
    let other = Self.entry("other", tenant: "fabrikam")
    try scratch.record("1", has: [], credentials: [Self.entry("leaver"), other])
    let failed = try scratch.record("2", at: day(1), has: [], unread: ["contoso"])
    #expect(try gone(failed) == ["other"])
    #expect(try gone(scratch.record("3", at: day(2), has: [])) == ["leaver"])
  }

  @Test("What the inventory has is gone by the inventory alone, whatever was read")
  func declared() throws {
    let scratch = try Scratch()
    let declared = GoneTests.credential("declared")
    try scratch.record("1", has: [declared.name], credentials: [declared])
    let second = try scratch.record("2", at: day(1), has: [], unread: ["contoso"])
    #expect(try gone(second) == ["declared"])
  }

  @Test("What was met and had no verdict is not gone")
  func skipped() throws {
    let scratch = try Scratch()
    try scratch.record("1", has: [], credentials: [Self.entry("silent")])
    let silent = GoneTests.credential(
      "silent", .skipped, source: CredentialRecord.directorySource)
    #expect(try gone(scratch.record("2", at: day(1), has: [], credentials: [silent])) == [])
  }

  @Test("Two secrets of the directory do not look alike; one certificate under two names does")
  func likeness() throws {
    let scratch = try Scratch()
    let old = [Self.entry("a"), Self.entry("b", kind: "certificate", thumbprint: "AA")]
    let new = [
      Self.entry("c"),
      GoneTests.credential("declared", kind: "certificate", source: "file a.pem", thumbprint: "AA"),
    ]
    try scratch.record("1", has: [], credentials: old)
    let second = try scratch.record(
      "2", at: day(1), has: [new[1].name], credentials: new)
    #expect(try gone(second) == ["a", "b"])
    #expect(
      try second.notices().filter { $0.code == "looks-renamed" }.map(\.message).count == 1)
    #expect(try second.notices().contains { $0.message.contains("contoso/billing/declared") })
  }
}
