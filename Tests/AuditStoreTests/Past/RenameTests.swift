import AuditStore
import CredentialAudit
import Foundation
import Testing

/// What left the inventory and has only got another name.
@Suite struct RenameTests {
  struct Rename: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let old: [CredentialRecord]
    let new: [CredentialRecord]
    /// The new name's tenant, where it is said.
    let said: String?
    var authorities: [AuthorityRecord] = []
  }

  static let renames = [
    Rename(
      testDescription: "a secret from the same source",
      old: [GoneTests.credential("old", source: "env S")],
      new: [GoneTests.credential("new", source: "env S")],
      said: "contoso"),
    Rename(
      testDescription: "a secret from another source",
      old: [GoneTests.credential("old", source: "env S")],
      new: [GoneTests.credential("new", source: "env T")],
      said: nil),
    Rename(
      testDescription: "another client id",
      old: [GoneTests.credential("old", source: "env S")],
      new: [GoneTests.credential("new", client: "client-2", source: "env S")], said: nil),
    Rename(
      testDescription: "the same certificate from another file",
      old: [GoneTests.credential("old", kind: "certificate", source: "file a", thumbprint: "AA")],
      new: [GoneTests.credential("new", kind: "certificate", source: "file b", thumbprint: "AA")],
      said: "contoso"),
    Rename(
      testDescription: "another certificate in the same file",
      old: [GoneTests.credential("old", kind: "certificate", source: "file a", thumbprint: "AA")],
      new: [GoneTests.credential("new", kind: "certificate", source: "file a", thumbprint: "BB")],
      said: nil),
    Rename(
      testDescription: "an application with another name",
      old: [GoneTests.credential("c", source: "env S")],
      new: [GoneTests.credential("c", application: "invoices", source: "env S")], said: "contoso"),
    Rename(
      testDescription: "two that are alike, so that nobody can tell",
      old: [GoneTests.credential("old", source: "env S")],
      new: [
        GoneTests.credential("new", source: "env S"),
        GoneTests.credential("newer", source: "env S"),
      ], said: nil),
    Rename(
      testDescription: "two that left and were alike",
      old: [
        GoneTests.credential("old", source: "env S"),
        GoneTests.credential("older", source: "env S"),
      ],
      new: [GoneTests.credential("new", source: "env S")], said: nil),
    Rename(
      testDescription: "another tenant's, whoever it is",
      old: [GoneTests.credential("c", source: "env S")],
      new: [GoneTests.credential("c", tenant: "fabrikam", source: "env S")], said: nil),
    Rename(
      testDescription: "the same directory under another tenant's name",
      old: [GoneTests.credential("c", source: "env S")],
      new: [GoneTests.credential("c", tenant: "fabrikam", source: "env S")], said: "fabrikam",
      authorities: [
        GoneTests.authority("contoso", tenantID: "guid"),
        GoneTests.authority("fabrikam", url: "b", tenantID: "guid"),
      ]),
    Rename(
      testDescription: "another directory",
      old: [GoneTests.credential("c", source: "env S")],
      new: [GoneTests.credential("c", tenant: "fabrikam", source: "env S")], said: nil,
      authorities: [
        GoneTests.authority("contoso", tenantID: "guid"),
        GoneTests.authority("fabrikam", tenantID: "other"),
      ]),
  ]

  @Test("What has only got another name is said to look like it", arguments: renames)
  func renamed(rename: Rename) throws {
    let scratch = try Scratch()
    let names = rename.authorities.map(\.name)
    try scratch.record(
      "1", has: names + rename.old.map(\.name), authorities: rename.authorities,
      credentials: rename.old)
    let run = try scratch.record(
      "2", at: day(1), has: names + rename.new.map(\.name), authorities: rename.authorities,
      credentials: rename.new)
    let records = try run.credentials()
    let successors = records.filter { $0.change == .gone }.map {
      $0.findings[0].evidence["looks_renamed_to"]
    }
    let notices = try run.notices()
    #expect(records.count { $0.change == .firstSeen } == rename.new.count)
    #expect(successors.count == rename.old.count)
    guard let said = rename.said else {
      #expect(notices.isEmpty && successors.allSatisfy { $0 == nil })
      return
    }
    let (old, new) = (rename.old[0].subject, rename.new[0].subject)
    #expect(notices.map(\.code) == ["looks-renamed"] && notices.map(\.tenant) == [said])
    #expect(notices[0].message.contains("'\(new)'") && notices[0].message.contains("'\(old)'"))
    #expect(successors == [new])
  }

  @Test(
    "A new name that another run met first is still known again",
    arguments: [RunScope(applications: ["billing2"]), RunScope()])
  func metBefore(scope: RunScope) throws {
    let scratch = try Scratch()
    let old = GoneTests.credential("c", source: "env S")
    let new = GoneTests.credential("c", application: "billing2", source: "env S")
    try scratch.record("1", has: [old.name], credentials: [old])
    // One over a part, which cannot say that the old one is gone, or one that was cut short.
    try scratch.record(
      "2", at: day(1), complete: !scope.applications.isEmpty, scope: scope,
      has: scope.applications.isEmpty ? nil : [new.name], credentials: [new])
    let run = try scratch.record("3", at: day(2), has: [new.name], credentials: [new])
    #expect(try run.notices().map(\.code) == ["looks-renamed"])
    #expect(try run.credentials().map(\.change) == [.unchanged, .gone])
  }

  @Test("What was there before is no new name for anything")
  func oldAcquaintance() throws {
    let scratch = try Scratch()
    let one = GoneTests.credential("one", source: "env S")
    let two = GoneTests.credential("two", source: "env S")
    try scratch.record("1", has: [one.name, two.name], credentials: [one, two])
    let run = try scratch.record("2", at: day(1), has: [two.name], credentials: [two])
    #expect(try run.notices().isEmpty)
    #expect(try run.credentials().map(\.change) == [.unchanged, .gone])
  }
}
