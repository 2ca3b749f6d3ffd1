import Testing

@testable import CredentialAudit

@Suite struct FileAccessTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let access: FileAccess
    var readable = false
    var writable = false
  }

  private static let (root, job, other): (UInt32, UInt32, UInt32) = (0, 65532, 1000)

  static let cases = [
    Case(
      testDescription: "the job's own, and nobody else's",
      access: FileAccess(mode: 0o400, owner: job, user: job)),
    Case(
      testDescription: "the job's own, for its group too",
      access: FileAccess(mode: 0o640, owner: job, user: job), readable: true),
    Case(
      testDescription: "the job's own, for everybody",
      access: FileAccess(mode: 0o604, owner: job, user: job), readable: true),
    Case(
      testDescription: "root's, lent to the job by group or access list",
      access: FileAccess(mode: 0o440, owner: root, user: job)),
    Case(
      testDescription: "root's, lent to the job and to everybody",
      access: FileAccess(mode: 0o444, owner: root, user: job), readable: true),
    Case(
      testDescription: "root's, which the group may change",
      access: FileAccess(mode: 0o660, owner: root, user: job), writable: true),
    Case(
      testDescription: "root's, where the job is root: the group is somebody else",
      access: FileAccess(mode: 0o440, owner: root, user: root), readable: true),
    Case(
      testDescription: "somebody else's, for a group",
      access: FileAccess(mode: 0o640, owner: other, user: job), readable: true),
    Case(
      testDescription: "what everybody may change",
      access: FileAccess(mode: 0o602, owner: job, user: job), writable: true),
  ]

  @Test("The bits that let the job in are not others'; what reaches further is", arguments: cases)
  func bits(_ judged: Case) {
    #expect(judged.access.isReadableByOthers == judged.readable)
    #expect(judged.access.isWritableByOthers == judged.writable)
  }
}
