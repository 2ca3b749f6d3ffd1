import Testing

@testable import CredentialAudit

@Suite("Things that many take by turns") struct TurnsTests {
  @Test("Each is taken once, and none is left", arguments: [0, 1, 7, 1_000])
  func once(count: Int) async {
    let things = Array(0..<count)
    // From a slice too, whose first place is not 0.
    for turns in [Turns(things[...]), Turns((things + things)[count...])] {
      let taken = await withTaskGroup(of: [Int].self) { group in
        for _ in 0..<8 {
          group.addTask {
            var taken: [Int] = []
            while let thing = turns.next() { taken.append(thing) }
            return taken
          }
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      #expect(taken.sorted() == things)
      #expect(turns.next() == nil)
    }
  }
}
