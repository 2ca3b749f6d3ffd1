import EntraIdentity
import Foundation
import TestSupport
import Testing

/// What the platforms' statuses and words mean, and what is asked again.
@Suite("A platform's refusal")
struct PlatformRefusalTests {
  // MSAL looks at no status of the metadata service.
  @Test(
    "A token under a status that says no is none",
    arguments: ManagedIdentitySource.allCases.filter { $0 != .azureArc }, [400, 401, 403, 404, 500])
  func status(_ source: ManagedIdentitySource, _ status: Int) async throws {
    let transport = CannedPlatformTransport(status: status, PlatformFixtures.good)
    #expect(try await PlatformFixtures.error(source, transport) != nil)
  }

  static let repeated: [(ManagedIdentitySource, Set<Int>)] = [
    (.virtualMachine, [404, 410, 429, 500, 501, 502, 503, 504, 511]),
    (.appService, [408, 429, 500, 502, 503, 504]),
    (.machineLearning, [408, 429, 500, 502, 503, 504]),
    (.serviceFabric, [408, 429, 500, 502, 503, 504]),
    (.cloudShell, [408, 429, 500, 502, 503, 504]),
  ]

  @Test("What is asked again is the platform's guidance, whatever the body", arguments: repeated)
  func transience(_ source: ManagedIdentitySource, _ statuses: Set<Int>) async throws {
    for status in [400, 401, 403, 404, 405, 408, 409, 410, 429, 500, 501, 502, 503, 504, 511] {
      for body in ["", "<html>", #"{"error":"x"}"#, #"{"statusCode":1,"message":"m"}"#] {
        let error = try #require(
          try await PlatformFixtures.error(source, CannedPlatformTransport(status: status, body)))
        // A page or an empty body says no more than HTTP does: the server failed, or was not sent the
        // whole request in time (RFC 9110, section 15.5.9).
        let isFault = (status >= 500 || status == 408) && error.platformRefusal == nil
        #expect(error.isTransient == (statuses.contains(status) || isFault), "\(status) \(body)")
      }
    }
  }

  static let words: [(Int, String, PlatformRefusal.Reason, String?)] = [
    (
      400, #"{"error":"invalid_request","error_description":"Identity not found"}"#,
      .identityNotAssigned, nil
    ),
    (
      400,
      #"{"error":"invalid_resource","error_description":"AADSTS500011: The resource principal named x was not found. Trace ID: y"}"#,
      .resourceRefused, "AADSTS500011"
    ),
    (400, #"{"error":"invalid_resource","error_description":"no"}"#, .resourceRefused, nil),
    (
      400,
      #"{"error":"unauthorized_client","error_description":"AADSTS700016: Application x was not found"}"#,
      .other, "AADSTS700016"
    ),
    (400, #"{"error":"bad_request_102","error_description":"no header"}"#, .other, nil),
    (401, #"{"error":"unknown_source","error_description":"no"}"#, .unauthorized, nil),
    (400, #"{"error":"access_denied"}"#, .unauthorized, nil),
    (403, #"{"error":"x"}"#, .unauthorized, nil),
    (405, #"{"error":"x"}"#, .other, nil),
    (500, #"{"error":"unknown","error_description":"Failed to retrieve token"}"#, .fault, nil),
    (429, #"{"error":"x"}"#, .throttled, nil),
    (410, "gone", .fault, nil),
    (200, #"{"error":"invalid_resource"}"#, .resourceRefused, nil),
    (200, #"{"error":"x","access_token":"AT","expires_in":1}"#, .other, nil),
  ]

  @Test("The metadata service's words", arguments: words)
  func metadata(_ status: Int, _ body: String, _ reason: PlatformRefusal.Reason, _ code: String?)
    async throws
  {
    let error = try await PlatformFixtures.error(
      .virtualMachine, CannedPlatformTransport(status: status, body))
    let refusal = try #require(error?.platformRefusal)
    #expect(refusal.reason == reason)
    #expect(refusal.code == code)
    #expect((refusal.entry != nil) == (code != nil))
    #expect(refusal.requestID != nil)
    #expect(refusal.host == "169.254.169.254")
  }

  @Test(
    "What is neither a token nor a refusal is unexpected",
    arguments: [
      (200, "<html>"), (200, ""), (200, "[]"), (200, "{}"), (200, #"{"access_token":"AT"}"#),
      (200, #"{"access_token":"","expires_in":1}"#),
      (200, #"{"access_token":"a b","expires_in":1}"#),
      (200, #"{"access_token":7,"expires_in":1}"#),
      (200, #"{"access_token":"AT","expires_in":"soon"}"#),
      (200, #"{"access_token":"AT","expires_in":-1}"#),
      (200, #"{"access_token":"AT","expires_in":1e300}"#),
      (200, #"{"access_token":"AT","expires_on":"11/18/2026 12:00:00 +00:00"}"#),
      (200, #"{"access_token":"AT","expires_in":1,"token_type":"pop"}"#),
      (302, ""), (400, ""), (400, "<html>"), (403, "not json"),
    ])
  func unexpected(_ status: Int, _ body: String) async throws {
    let transport = CannedPlatformTransport(
      status: status, body, headers: [("Location", "http://evil.example/")])
    guard case .unexpected(let response)? = try await PlatformFixtures.error(.appService, transport)
    else {
      Issue.record("another outcome")
      return
    }
    #expect(response.status == status)
    #expect(transport.requests.count == 1)
  }

  @Test("What was sent is taken out of what a platform says, and so are control characters")
  func scrubbing() async throws {
    let header = PlatformFixtures.header
    let base64 = Data(header.utf8).base64EncodedString()
    let body = #"{"statusCode":400,"message":"\u001b[31mno \#(header) \#(base64)\u202e"}"#
    let error = try await PlatformFixtures.error(
      .appService, CannedPlatformTransport(status: 400, body))
    #expect(error?.platformRefusal?.message == "no <redacted> <redacted>")
  }

  @Test("Where nobody is, there is no managed identity, and it is not asked again")
  func nobody() async throws {
    let transport = CannedPlatformTransport { request, _ throws(TransportError) in
      throw TransportError(kind: .refused, host: request.url.host, detail: "nobody listens there")
    }
    let error = try #require(try await PlatformFixtures.error(.virtualMachine, transport))
    #expect(error.problem?.code == .noManagedIdentity)
    #expect(!error.isTransient)
    // The others have said that they are there: they may be starting.
    for source in ManagedIdentitySource.allCases where source != .virtualMachine {
      let error = try #require(try await PlatformFixtures.error(source, transport))
      guard case .transport(let failure) = error else {
        Issue.record("another error: \(error)")
        continue
      }
      #expect(failure.kind == .refused && error.isTransient)
    }
  }

  @Test("Only the metadata service is given up on after two seconds of connecting")
  func patience() async throws {
    for source in ManagedIdentitySource.allCases where source != .azureArc {
      let transport = CannedPlatformTransport(PlatformFixtures.good)
      _ = try await PlatformFixtures.grant(source, transport)
        .request(for: "R", timeout: .seconds(9))
      let request = try #require(transport.requests.first)
      #expect(request.connectTimeout == .seconds(source == .virtualMachine ? 2 : 9))
      #expect(request.timeout == .seconds(9))
    }
  }
}
