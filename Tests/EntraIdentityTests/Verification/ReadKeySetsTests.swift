import TestSupport
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

  @Test("are nothing that a page or a packed body could pass for")
  func labels() async throws {
    var service = StubIdentityProvider(
      authority: try Authority("https://login.microsoftonline.com/\(StubIdentityProvider.guid)"))
    let known = document([TestKeySet.p256("k")])
    let read = ReadKeySets()
    let headers: [[(name: String, value: String)]] = [
      [("content-type", "application/json")], [("content-type", "text/html")],
      [("content-type", "application/json"), ("content-encoding", "gzip")],
    ]
    var seen: [Bool] = []
    for headers in headers {
      for status in [200, 500] {
        service.keySet = HTTPResponse(status: status, headers: headers, body: known)
        let resolver = AuthorityResolver(
          transport: service.transport(), time: ManualTime(),
          retry: RetryPolicy(maximumAttempts: 1), deadline: nil, keySets: read)
        let examination = await resolver.examine(service.authority)
        seen.append(examination.keys.value?.key(kid: "k") != nil)
      }
    }
    #expect(read.known(known) != nil)
    #expect(seen == [true, false, false, false, false, false])
  }
}
