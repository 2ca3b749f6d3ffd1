import Testing

@testable import CredentialAudit

@Suite("The share of trials under way")
struct TrialShareTests {
  @Test("lets a tenant try several while there is room, and one when there is none")
  func room() {
    let share = TrialShare(room: 3)
    let taken = (0..<5).map { share.take(running: $0) }
    #expect(taken == [true, true, true, false, false])
    #expect(share.take(running: 0))
    #expect(!share.take(running: 1))
  }

  @Test("and gives what is given back to whoever asks next")
  func givenBack() {
    let share = TrialShare(room: 1)
    #expect(share.take(running: 0))
    #expect(!share.take(running: 1))
    share.giveBack()
    #expect(share.take(running: 1))
  }
}
