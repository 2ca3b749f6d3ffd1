import NIOPosix
import Testing

@testable import EntraIdentity

@Suite("Tasks on event loops") struct EventLoopExecutorTests {
  private static func name() -> ObjectIdentifier? {
    MultiThreadedEventLoopGroup.currentEventLoop.map(ObjectIdentifier.init)
  }

  @Test("A task, its children and what it does after a wait run on one loop")
  func oneLoop() async {
    let executor = EventLoopExecutor.one(0)
    let (woken, wake) = AsyncStream.makeStream(of: Void.self)
    let task = Task(executorPreference: executor) { () async -> [ObjectIdentifier?] in
      var seen = [Self.name()]
      for await _ in woken { break }
      seen.append(Self.name())
      await withTaskGroup(of: ObjectIdentifier?.self) { group in
        for _ in 0..<3 { group.addTask { Self.name() } }
        for await child in group { seen.append(child) }
      }
      return seen
    }
    wake.yield()
    let seen = await task.value
    #expect(seen.count == 5 && seen[0] != nil)
    #expect(Set(seen).count == 1)
  }

  @Test("Turns go round over all loops")
  func turns() async {
    let loops = MultiThreadedEventLoopGroup.singleton.makeIterator().map { _ in () }.count
    var seen: [ObjectIdentifier?] = []
    for turn in 0..<(2 * loops) {
      seen.append(
        await Task(executorPreference: EventLoopExecutor.one(turn)) { Self.name() }.value)
    }
    #expect(Set(seen).count == loops && !seen.contains(nil))
    #expect(seen.prefix(loops) == seen.suffix(loops))
  }
}
