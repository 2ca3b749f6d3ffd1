import Testing

@testable import EntraIdentity

@Suite("Key sets that were read already") struct ReadKeySetsTests {
  private func document(_ keys: [String]) -> [UInt8] {
    Array("{\"keys\":[\(keys.joined(separator: ","))]}".utf8)
  }

  @Test("are given for the same bytes and for no others, however many there are")
  func sameBytes() throws {
    let read = ReadKeySets()
    for _ in 0..<2 {
      for number in 0..<40 {
        let set = try read.keySet(json: document([TestKeySet.p256("k\(number)")]))
        #expect(set.usable.map(\.keyID) == ["k\(number)"])
      }
    }
  }

  @Test("do not hide what is no key set")
  func problems() {
    let read = ReadKeySets()
    for _ in 0..<2 {
      #expect(throws: KeySetProblem.self) { try read.keySet(json: Array("[]".utf8)) }
    }
  }
}
