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
