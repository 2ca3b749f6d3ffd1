import Testing

@testable import CredentialAudit

@Suite("Places for directories", .timeLimit(.minutes(10)))
struct DirectoryShareTests {
  @Test("who comes too many waits until a place comes back, and gets it")
  func waits() async {
    let share = DirectoryShare(room: 2)
    #expect(await share.take())
    #expect(await share.take())
    let waiting = (1...3).map { _ in Task { await share.take() } }
    for _ in waiting { share.giveBack() }
    for one in waiting { #expect(await one.value) }
  }

  @Test("who is cancelled waits no more and keeps no place")
  func cancelled() async {
    let share = DirectoryShare(room: 1)
    #expect(await share.take())
    let waiting = Task { await share.take() }
    waiting.cancel()
    #expect(await waiting.value == false)
    share.giveBack()
    #expect(await share.take())
  }
}
