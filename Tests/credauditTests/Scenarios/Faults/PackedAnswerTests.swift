import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Answers that come packed although no request asks for it. Nothing is unpacked, so nothing was
/// learnt: neither that the answer is right nor that it is wrong.
@Suite struct PackedAnswerTests {
  private static func packed(
    _ description: String, as coding: String, _ bytes: [UInt8], says: String
  ) -> FaultCase {
    FaultCase(
      description, .body(bytes, headers: [("Content-Encoding", coding)]),
      "unknown unrequested-encoding", says: says, fix: "send plain answers", exit: .unknown)
  }

  static let cases = [
    // It would be response-too-large, had it been unpacked: it is 90 kB and unpacks to 64 MB.
    packed("a bomb", as: "gzip", Bomb.bytes, says: "a body packed as gzip"),
    packed(
      "a coding in capitals", as: " GZIP ", Bomb.bytes, says: "a body packed as gzip"),
    packed("two codings", as: "deflate, br", [0x1B, 0x00], says: "packed as deflate, br"),
    // What it says of itself holds, whatever it is.
    packed("JSON that says it is packed", as: "zstd", Array("{}".utf8), says: "packed as zstd"),
  ]

  private static let places = [ScriptStep.Endpoint.discovery, .keys, .token]

  @Test(
    "A packed answer is unknown wherever and by whomever it was given", arguments: cases, places)
  func unknown(_ fault: FaultCase, at place: ScriptStep.Endpoint) async throws {
    for isCloud in [true, false] {
      let run = try await fault.play(at: place, isCloud: isCloud)
      #expect(run.asked(place) == 1)
    }
  }

  @Test(
    "A coding that changes nothing is none", arguments: ["identity", "Identity", ""],
    [ScriptStep.Endpoint.discovery, .token])
  func identity(_ coding: String, at place: ScriptStep.Endpoint) async throws {
    // An empty object: what is judged is its content and not its packing.
    let check: CheckID = place == .token ? .credentialAcquisition : .authorityDiscovery
    var scenario = Scenario()
    scenario.world = Contoso.world(
      script: [.always(place, .body(Array("{}".utf8), headers: [("Content-Encoding", coding)]))])
    let run = try await scenario.audit()
    let code = place == .token ? "unknown unexpected-response" : "critical document-incomplete"
    #expect(run.found(check) == [code])
  }
}
