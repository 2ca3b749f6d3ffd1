import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("A claims request") struct ClaimsRequestTests {
  private static let capabilities = #"{"access_token":{"xms_cc":{"values":["foo","bar"]}}}"#

  @Test(
    "vectors 9 to 11: capabilities and a challenge are merged",
    arguments: [
      (["foo", "bar"], nil, capabilities),
      (
        [], #"{"id_token":{"auth_time":{"essential":true}}}"#,
        #"{"id_token":{"auth_time":{"essential":true}}}"#
      ),
      ([], nil, nil),
      (
        ["foo", "bar"], #"{"id_token":{"auth_time":{"essential":true}}}"#,
        #"{"access_token":{"xms_cc":{"values":["foo","bar"]}},"id_token":{"auth_time":{"essential":true}}}"#
      ),
      (
        ["foo", "bar"], #"{"access_token":{"nbf":{"value":"1"}}}"#,
        #"{"access_token":{"nbf":{"value":"1"},"xms_cc":{"values":["foo","bar"]}}}"#
      ),
    ] as [([String], String?, String?)])
  func merged(capabilities: [String], challenge: String?, expected: String?) async throws {
    let bench = try ClientBench(
      settings: ClientSettings(capabilities: capabilities, retry: .never))
    _ = try await bench.client.acquireToken(
      for: [.microsoftGraph], claims: challenge.flatMap { ClaimsRequest($0) })
    #expect(bench.service.tokenRequests.last?.field("claims") == expected)
  }

  @Test("of two that ask for the same, the one on top counts")
  func onTop() throws {
    let one = try #require(ClaimsRequest(#"{"a":{"b":1,"c":[1]},"d":1}"#))
    let two = try #require(ClaimsRequest(#"{"a":{"c":[2],"e":null},"d":{"f":true}}"#))
    #expect(one.merging(two).text == #"{"a":{"b":1,"c":[2],"e":null},"d":{"f":true}}"#)
  }

  @Test("with a challenge no cached token will do, and its token is kept for the next call")
  func challenge() async throws {
    let bench = try ClientBench()
    let claims = try #require(ClaimsRequest(#"{"access_token":{"nbf":{"essential":true}}}"#))
    let first = try await bench.client.acquireToken(for: [.microsoftGraph])
    let second = try await bench.client.acquireToken(for: [.microsoftGraph], claims: claims)
    #expect(second.text != first.text)
    #expect(
      bench.service.tokenRequests.last?.header("x-client-current-telemetry") == "4|730,1|")
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).text == second.text)
  }

  @Test("claims that the client itself asks for are sent, and key the cache by their text")
  func clientClaims() async throws {
    let bench = try ClientBench()
    var texts: Set<String> = []
    for json in [#"{"access_token":{"a":1}}"#, #"{"access_token":{"a":2}}"#] {
      let options = AcquisitionOptions(clientClaims: ClaimsRequest(json))
      for _ in 0..<2 {
        texts.insert(
          try await bench.client.acquireToken(for: [.microsoftGraph], options: options).text)
      }
      #expect(bench.service.tokenRequests.last?.field("claims") == json)
      #expect(bench.service.tokenRequests.last?.field("client_claims") == nil)
    }
    #expect(texts.count == 2)
    #expect(bench.service.tokenRequests.count == 2)
  }

  @Test(
    "is a JSON object, not too long and not too deep",
    arguments: [
      "", "[]", "1", "null", "{", #"{"a":}"#, #""text""#,
      "{\"a\":\"" + String(repeating: "x", count: 17_000) + "\"}",
      String(repeating: "{\"a\":", count: 20) + "1" + String(repeating: "}", count: 20),
    ])
  func refused(text: String) {
    #expect(ClaimsRequest(text) == nil)
  }

  @Test("is read from a header's Base64, in each of its spellings")
  func header() throws {
    let json = #"{"access_token":{"a":{"value":"??>>~~ü"}}}"#
    let base64 = Data(json.utf8).base64EncodedString()
    let url = base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    #expect(ClaimsRequest(challenge: base64)?.text == json)
    #expect(ClaimsRequest(challenge: url)?.text == json)
    #expect(ClaimsRequest(challenge: "%%%") == nil)
    #expect(ClaimsRequest(challenge: Data("[]".utf8).base64EncodedString()) == nil)
  }
}
