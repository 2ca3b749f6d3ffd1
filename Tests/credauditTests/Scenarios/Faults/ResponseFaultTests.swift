import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Responses that never become one, or that put us off: the same at every place, because nothing was
/// learnt of what was asked.
@Suite struct ResponseFaultTests {
  private static let json = "Content-Type: application/json\r\n"
  /// Whether the machine is slow or fast, such an attempt ends in no other way.
  private static let brief = "retries: 0, timeout: 300ms"

  static let cases = [
    FaultCase(
      "a head that does not end", .wire("HTTP/1.1 200 OK\r\nContent-Ty", ending: .hang),
      "unknown timeout", says: "no answer from login.microsoftonline.com", fix: "network.timeout",
      exit: .unknown, network: brief),
    FaultCase(
      "a body that does not end",
      .wire("HTTP/1.1 200 OK\r\n\(json)Content-Length: 500\r\n\r\n{\"issuer\":", ending: .hang),
      "unknown timeout", says: "no answer from", fix: "network.timeout", exit: .unknown,
      network: brief),
    FaultCase(
      "an end before the response", .wire(""), "unknown connection-reset", says: "no answer from",
      fix: "firewalls", exit: .unknown),
    FaultCase(
      "an end inside the head", .wire("HTTP/1.1 200 OK\r\nContent-Ty"), "unknown connection-reset",
      says: "no answer from", fix: "firewalls", exit: .unknown),
    FaultCase(
      "an end inside the body", .closeMidResponse, "unknown connection-reset",
      says: "no answer from", fix: "firewalls", exit: .unknown),
    FaultCase(
      "a Content-Length that is too long",
      .wire("HTTP/1.1 200 OK\r\n\(json)Content-Length: 5000\r\n\r\n{}"), "unknown connection-reset",
      says: "no answer from", fix: "firewalls", exit: .unknown),
    FaultCase(
      "a Content-Length that is no number",
      .wire("HTTP/1.1 200 OK\r\n\(json)Content-Length: many\r\n\r\n{}"),
      "unknown malformed-response", says: "not HTTP", fix: "what listens", exit: .unknown),
    FaultCase(
      "chunks that are none",
      .wire("HTTP/1.1 200 OK\r\n\(json)Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
      "unknown malformed-response", says: "not HTTP", fix: "what listens", exit: .unknown),
    FaultCase(
      "another protocol", .wire("SSH-2.0-OpenSSH_9.6\r\n"), "unknown malformed-response",
      says: "not HTTP", fix: "what listens", exit: .unknown),
    FaultCase(
      "a body without an end", .hugeBody(megabytes: 1 << 40), "unknown response-too-large",
      says: "longer than accepted", fix: "what answers", exit: .unknown),
    FaultCase(
      "64 MB", .hugeBody(megabytes: 64), "unknown response-too-large", says: "longer than accepted",
      fix: "what answers", exit: .unknown),
    FaultCase(
      "64 MB that are announced and do not come",
      .wire("HTTP/1.1 200 OK\r\n\(json)Content-Length: 67108864\r\n\r\n{", ending: .hang),
      "unknown response-too-large", says: "longer than accepted", fix: "what answers",
      exit: .unknown),
    FaultCase(
      "a request that came too slowly", .status(408), "unknown service-fault", says: "HTTP 408",
      fix: "Run again later", exit: .unknown),
    FaultCase(
      "429 by somebody who names no code", .status(429), "unknown throttled", says: "HTTP 429",
      fix: "network.rate", exit: .unknown),
    FaultCase(
      "429 by the service", .throttled(.unsaid), "unknown AADSTS90055", says: "HTTP 429",
      fix: "network.rate", exit: .unknown),
    FaultCase(
      "a 500", .status(500), "unknown service-fault", says: "HTTP 500", fix: "correlation id",
      exit: .unknown),
    FaultCase(
      "a 502 with a page", .errorPage(502), "unknown service-fault", says: "HTTP 502",
      fix: "correlation id", exit: .unknown),
    FaultCase(
      "a 503 without a body", .empty(503), "unknown service-fault", says: "HTTP 503",
      fix: "correlation id", exit: .unknown),
    FaultCase(
      "a 504", .status(504), "unknown service-fault", says: "HTTP 504", fix: "correlation id",
      exit: .unknown),
  ]

  @Test("What is no whole answer is unknown wherever it was asked", arguments: cases, places)
  func unknown(_ fault: FaultCase, at place: ScriptStep.Endpoint) async throws {
    let run = try await fault.play(at: place)
    #expect(run.asked(place) == 1)
  }

  private static let places = [ScriptStep.Endpoint.discovery, .keys, .token]

  @Test(
    "What Retry-After says is believed within reason, and never puts a run to sleep for ever",
    arguments: [
      "7", "0", "-5", "1.5", "soon", "", "99999999999999999999", "9223372036854775808",
      "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Wed, 32 Nov 2026",
    ], [ScriptStep.Endpoint.discovery, .token])
  func retryAfter(_ text: String, at place: ScriptStep.Endpoint) async throws {
    let fault = FaultCase(
      "Retry-After: \(text)", .throttled(.text(text)), "unknown AADSTS90055", says: "HTTP 429",
      fix: "Run again later", exit: .unknown, network: "retries: 2, deadline: 30m")
    let run = try await fault.play(at: place)
    // Where an hour or more is asked for, the deadline comes first.
    let isBelieved = !text.hasPrefix("9") && !text.hasPrefix("Fri")
    #expect(run.asked(place) == (isBelieved ? 3 : 1))
    #expect(run.waited < .seconds(60))
    if text == "7" { #expect(run.waited >= .seconds(14)) }
  }
}
