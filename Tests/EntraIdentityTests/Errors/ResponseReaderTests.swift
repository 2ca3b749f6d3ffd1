import EntraIdentity
import Foundation
import Testing

@Suite struct ResponseReaderTests {
  private static let now = Date(timeIntervalSince1970: 784_111_777)

  private func read(
    _ body: String, status: Int = 400, type: String? = "application/json; charset=utf-8",
    headers: [(name: String, value: String)] = []
  ) -> Result<[String: JSONValue], IdentityError> {
    let type = type.map { [(name: "Content-Type", value: $0)] } ?? []
    let response = HTTPResponse(status: status, headers: type + headers, body: Array(body.utf8))
    do {
      return .success(
        try ResponseReader(host: "login.example", requestID: "r-1", now: Self.now)
          .object(of: response))
    } catch {
      return .failure(error)
    }
  }

  private func refusal(_ body: String, status: Int = 400) throws -> ServiceRefusal {
    guard case .failure(.refused(let refusal)) = read(body, status: status) else {
      throw Missing()
    }
    return refusal
  }

  private func unexpected(
    _ result: Result<[String: JSONValue], IdentityError>
  ) throws -> UnexpectedResponse {
    guard case .failure(.unexpected(let response)) = result else { throw Missing() }
    return response
  }

  private struct Missing: Error {}

  @Test func everyFieldOfARefusalIsRead() throws {
    let body = """
      {"error":"invalid_client","error_description":"AADSTS7000222: The keys are expired.\\r\\nTrace ID: t\\r\\nCorrelation ID: c","error_codes":[7000222],"timestamp":"2026-01-02 03:04:05Z","trace_id":"t-1","correlation_id":"c-1","suberror":"bad_token","claims":"x"}
      """
    let refusal = try refusal(body, status: 401)
    #expect(refusal.status == 401)
    #expect(refusal.error == "invalid_client")
    #expect(refusal.description == "AADSTS7000222: The keys are expired.")
    #expect(refusal.codes == [7_000_222])
    #expect(refusal.code == "AADSTS7000222")
    #expect(refusal.entry?.category == .credentialExpired)
    #expect(refusal.suberror == "bad_token")
    #expect(refusal.timestamp == "2026-01-02 03:04:05Z")
    #expect(refusal.traceID == "t-1")
    #expect(refusal.correlationID == "c-1")
    #expect(refusal.requestID == "r-1")
    #expect(refusal.host == "login.example")
    #expect(!refusal.isTransient)
  }

  @Test(
    arguments: [
      (#""error_codes":[70002,50126]"#, "AADSTS50126" as String?),
      (#""error_codes":["70002","7000215"]"#, "AADSTS7000215"),
      (#""error_codes":[]"#, nil), (#""error_codes":"7000215""#, nil),
      (#""error_codes":[1.5,null,{}]"#, nil),
      (#""error_description":"AADSTS700016: No such application.""#, "AADSTS700016"),
      (#""error_description":"AADSTS70002: Error. AADSTS50012: Bad signature.""#, "AADSTS50012"),
      (#""error_description":"AADSTS700016: Application 'x. AADSTS50012: y'""#, "AADSTS700016"),
      (#""error_description":"AADB2C90080: The provided grant has expired.""#, "AADB2C90080"),
      (#""error_description":"see AADSTS700016: there""#, nil),
      (#""error_description":"AADSTS: none""#, nil),
      (#""error_description":"AADSTS700016 none""#, nil),
      (#""error_description":"AADSTS99999999999999999999: none""#, nil),
      (#""error_description":"AADSTS７０００１６: none""#, nil),
      (#""error_description":["AADSTS700016: none"]"#, nil),
      (#""error_description":"AADSTS50012: x","error_codes":[7000215]"#, "AADSTS7000215"),
    ]) func theCodeThatCountsIsFound(_ fields: String, _ code: String?) throws
  {
    #expect(try refusal(#"{"error":"invalid_client",\#(fields)}"#).code == code)
  }

  @Test func b2cNumbersMeanOtherThingsThanEntras() throws {
    let refusal = try refusal(
      #"{"error":"invalid_grant","error_description":"AADB2C90013: The value is not valid."}"#)
    #expect(refusal.code == "AADB2C90013")
    #expect(refusal.entry == nil)
    #expect(refusal.codes.isEmpty)
  }

  @Test func aCodeThatTheCatalogueLacksIsStillACode() throws {
    let refusal = try refusal(#"{"error":"invalid_client","error_codes":[123456789]}"#)
    #expect(refusal.code == "AADSTS123456789")
    #expect(refusal.entry == nil)
  }

  @Test func anExpiredCertificateIsToldFromOneThatIsNotFound() throws {
    let refusal = try refusal(
      """
      {"error":"invalid_client","error_codes":[700027],"error_description":"AADSTS700027: Client assertion contains an invalid signature. [Reason - The key used is expired., Found key 'Start=01/22/2018 09:13:33, End=01/23/2021 09:13:33']"}
      """)
    #expect(refusal.entry?.category == .credentialExpired)
    #expect(!refusal.maySpread)
  }

  @Test func whatAServiceSaysIsCleanedAndCut() throws {
    let long = String(repeating: "y", count: 5000)
    let refusal = try refusal(
      #"{"error":"in\u001b[31mvalid\u202e","error_description":"a\u0007\r\nb \#(long)","trace_id":"\u200b"}"#
    )
    #expect(refusal.error == "invalid")
    #expect(refusal.description?.hasPrefix("a b yyy") == true)
    #expect(refusal.description?.count == 500)
    #expect(refusal.traceID == nil)
  }

  /// Searching a run of flags takes a time that grows with its square: minutes for this one.
  @Test(.timeLimit(.minutes(10))) func aDescriptionThatIsSlowToSearchIsNotSearched() throws {
    let flags = String(repeating: "🇩🇪", count: 1 << 18)
    let refusal = try refusal(
      #"{"error":"x","error_description":"AADSTS70002: \#(flags)"}"#)
    #expect(refusal.code == "AADSTS70002")
    #expect(refusal.description == "<\(13 + flags.utf8.count) bytes>")
  }

  @Test(
    arguments: [
      ("", "application/json", UnexpectedResponse.Reason.empty),
      ("<html>", "text/html", .notJSON), (#"{"error":"x"}"#, "text/html; charset=utf-8", .notJSON),
      ("<html>", nil, .notJSON), ("<html>", "text/plain", .notJSON),
      ("<html>", "application/json", .malformedJSON), ("[1]", "application/json", .malformedJSON),
      ("{", "application/problem+json", .malformedJSON),
      ("{}", "application/json", .missingFields(["error"])),
      (#"{"error":5}"#, "application/json", .missingFields(["error"])),
      (
        #"{"error":{"code":"Authorization_RequestDenied"}}"#, "application/json",
        .missingFields(["error"])
      ),
      (String(repeating: "[", count: 100_000), "application/json", .malformedJSON),
    ] as [(String, String?, UnexpectedResponse.Reason)])
  func whatIsNoRefusalSaysWhyNot(
    _ body: String, _ type: String?, _ reason: UnexpectedResponse.Reason
  ) throws {
    for status in [400, 408, 429, 503] {
      let response = try unexpected(
        read(body, status: status, type: type, headers: [(name: "Retry-After", value: "17")]))
      #expect(response.reason == reason)
      #expect(response.status == status)
      #expect(response.retryAfter == .seconds(17))
      #expect(response.isTransient == (status != 400))
    }
  }

  @Test(
    arguments: [
      ("https://portal.example/login?x", "portal.example" as String?),
      ("https://login.microsoftonline.com@portal.example/", "portal.example"),
      ("/relative", nil), ("https://", nil), ("https://a\u{1B}[31mb/", "ab"),
    ]) func aRedirectNamesItsHost(_ location: String, _ host: String?) throws
  {
    let response = try unexpected(
      read("{}", status: 302, headers: [(name: "Location", value: location)]))
    #expect(response.reason == .redirect(toHost: host))
  }

  @Test(arguments: ["application/json", "text/json", "APPLICATION/JSON ; a=b", "text/plain", nil])
  func anObjectIsReadUnderEveryLabelThatMayHoldOne(_ type: String?) throws {
    #expect(try read(#"{"a":1}"#, status: 200, type: type).get()["a"] == .integer(1))
  }

  @Test(
    arguments: [
      #"{"issuer":"https://a.example","issuer":"https://a.example"}"#,
      #"{"issuer":"https://a.example","issu\u0065r":"https://b.example"}"#,
    ]) func anObjectInWhichANameStandsTwiceIsNone(_ body: String) throws
  {
    let response = try unexpected(read(body, status: 200))
    #expect(response.reason == .malformedJSON)
    #expect(!response.isTransient)
  }

  @Test func aRefusalIsOneWhateverTheStatus() throws {
    for status in [200, 401, 408, 429, 500] {
      let result = read(
        #"{"error":"temporarily_unavailable"}"#, status: status,
        headers: [(name: "retry-after", value: "Sun, 06 Nov 1994 08:50:37 GMT")])
      guard case .failure(let error) = result, case .refused(let refusal) = error else {
        Issue.record("no refusal")
        continue
      }
      #expect(refusal.status == status)
      #expect(error.isTransient)
      #expect(error.retryAfter == .seconds(60))
    }
  }

  @Test func noVectorCrashesTheReader() throws {
    for file in try Corpora.files("json") {
      let response = HTTPResponse(
        status: 400, headers: [(name: "Content-Type", value: "application/json")],
        body: Array(try Data(contentsOf: file)))
      #expect(throws: IdentityError.self) {
        try ResponseReader(host: "h", now: Self.now).object(of: response)
      }
    }
  }

  private struct Sample: Decodable {
    let code: Int?
    let http_status: Int?
  }

  @Test(.enabled(if: Corpora.folder != nil, "needs CREDAUDIT_CORPORA"))
  func recordedRefusalsHaveTheirCodeAndClass() throws {
    let file = try #require(Corpora.folder).appendingPathComponent("entra/samples.json")
    let samples = try #require(
      try JSONValue.parse(Array(Data(contentsOf: file)))["samples"]?.array)
    var refusals = 0
    for sample in samples {
      let status = sample["http_status"]?.integer ?? 400
      let data = try JSONSerialization.data(withJSONObject: plain(try #require(sample["body"])))
      let result = read(String(decoding: data, as: UTF8.self), status: status)
      guard let code = sample["code"]?.integer, code != 0 else {
        if status == 200 { _ = try result.get() }
        continue
      }
      guard case .failure(.refused(let refusal)) = result else {
        Issue.record("\(code) is not read as a refusal")
        continue
      }
      refusals += 1
      #expect(refusal.code == "AADSTS\(code)")
      #expect(refusal.codes.last == code)
      #expect(refusal.entry?.code == code, "the catalogue lacks \(code)")
      #expect(refusal.description?.contains("Trace ID") != true)
      let expired = refusal.description?.contains("key used is expired") == true
      if expired { #expect(refusal.entry?.category == .credentialExpired) }
    }
    #expect(refusals > 60)
  }

  private func plain(_ value: JSONValue) -> Any {
    switch value {
    case .null: NSNull()
    case .bool(let value): value
    case .integer(let value): value
    case .number(let value): value
    case .string(let value): value
    case .array(let values): values.map(plain)
    case .object(let members): members.mapValues(plain)
    }
  }
}
