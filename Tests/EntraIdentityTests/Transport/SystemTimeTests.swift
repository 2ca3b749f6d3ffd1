import Testing

@testable import EntraIdentity

@Suite("The machine's time") struct SystemTimeTests {
  @Test("waits for nothing where there is nothing to wait for", arguments: [0, -5])
  func nothing(seconds: Int) async throws {
    try await SystemTime().sleep(for: .seconds(seconds))
  }

  @Test("but not for who was cancelled")
  func cancelled() async {
    let waiting = Task {
      while !Task.isCancelled { await Task.yield() }
      try await SystemTime().sleep(for: .zero)
    }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
  }
}
