import EntraIdentity
import Foundation
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("Asking the issuers of federated credentials")
struct IssuerProbeTests {
  private static func probe(_ transport: CannedTransport) -> IssuerProbe {
    let (time, settings) = (ManualTime(), NetworkSettings())
    let deadline = time.now + 3_600
    return IssuerProbe(
      transport: transport, time: time, settings: settings, keySets: ReadKeySets(),
      deadline: deadline)
  }

  /// Answers every document with the issuer that it is asked at, and without keys.
  private static func transport() -> CannedTransport {
    CannedTransport { request throws(TransportError) in
      let issuer = request.url.origin
      return HTTPResponse(
        status: 200, headers: [("Content-Type", "application/json")],
        body: Array(#"{"issuer":"\#(issuer)","jwks_uri":"\#(issuer)/keys","keys":[]}"#.utf8))
    }
  }

  @Test("however many credentials name one, it is asked once in a run")
  func once() async {
    let transport = Self.transport()
    let probe = Self.probe(transport)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { _ = await probe.look(at: "https://i.example") } }
    }
    #expect(transport.requests.map(\.url.path) == ["/.well-known/openid-configuration", "/keys"])
    guard case .answered(.noKeys) = await probe.look(at: "https://i.example") else {
      Issue.record("it was not remembered")
      return
    }
    #expect(transport.requests.count == 2)
  }

  @Test("a failure is remembered too, and what is asked carries nothing of ours")
  func dead() async {
    let transport = CannedTransport()
    let probe = Self.probe(transport)
    for _ in 0..<3 {
      guard case .answered(.noDocument) = await probe.look(at: "https://i.example") else {
        Issue.record("somebody answered")
        return
      }
    }
    #expect(transport.requests.count == 2)
    for request in transport.requests {
      #expect(request.timeout <= .seconds(10))
      #expect(request.headers.map(\.name).sorted() == ["Accept", "client-request-id"])
    }
  }

  @Test(
    "nothing is sent where nobody may be asked",
    arguments: ["http://i.example", "https://127.0.0.1", "https://localhost", "not a URL"])
  func unaskable(text: String) async {
    let transport = Self.transport()
    guard case .unaskable = await Self.probe(transport).look(at: text) else {
      Issue.record("it was asked")
      return
    }
    #expect(transport.requests.isEmpty)
  }

  @Test("a directory that names hundreds makes the audit ask a hundred of them")
  func many() async {
    let transport = Self.transport()
    let issuers = (0..<150).map { "https://i\($0).example" }
    let looks = await IssuerRound(probe: Self.probe(transport)).looks(at: issuers)
    #expect(looks.count == 150)
    let beyond = issuers.filter { if case .beyond = looks[$0] { true } else { false } }
    #expect(beyond == Array(issuers.dropFirst(100)))
    #expect(Set(transport.requests.map(\.url.host)).count == 100)
  }
}
