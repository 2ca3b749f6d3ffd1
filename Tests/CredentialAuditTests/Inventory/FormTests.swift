import Foundation
import Testing

@testable import CredentialAudit

@Suite("The forms of values")
struct FormTests {
  @Test(
    "what is not a span is refused",
    arguments: [
      "", "30", "d", "-1d", "1.5h", "1 h", "١d", "01d", "30D", "1h30m", "99999999999d", "+1s",
      "1e3s",
    ])
  func notASpan(_ text: String) {
    #expect(Span.duration(text) == nil && Span.days(text) == nil)
  }

  @Test(
    "spans",
    arguments: [
      ("500ms", .milliseconds(500)), ("0s", .zero), ("60m", .seconds(3_600)),
      ("12h", .seconds(43_200)),
      ("2d", .seconds(172_800)),
    ] as [(String, Duration)])
  func spans(_ text: String, _ duration: Duration) {
    #expect(Span.duration(text) == duration)
  }

  @Test(
    "what is not a rate is refused",
    arguments: [
      "50", "0/s", "0.0/s", "-1/s", "50/d", "50 /s", "50/s/s", "/s", "1./s", ".5/s", "1e3/s",
      "inf/s",
      "05/s",
    ])
  func notARate(_ text: String) {
    #expect(Span.rate(text) == nil)
  }

  @Test(
    "what is no instant is refused",
    arguments: [
      "2027-02-30", "2027-00-10", "2027-10-00", "2100-02-29", "1969-12-31", "27-01-01",
      "2027/01/01",
      "2027-01-31T", "2027-01-31T12:00:00", "2027-01-31T12:00:60Z", "2027-01-31T12:00:00.Z",
      "2027-01-31T12:00:00+25:00", "2027-01-31T12:00:00ZZ", "٢٠٢٧-01-31", "2027-01-31 ",
    ])
  func noInstant(_ text: String) {
    #expect(throws: Instant.Problem.self) { try Instant.parse(text) }
  }

  @Test(
    "instants",
    arguments: [
      ("1970-01-01", 86_399), ("2000-02-29", 951_868_799), ("2028-02-29T00:00:00Z", 1_835_395_200),
      ("2027-01-31t12:00:00z", 1_801_396_800), ("2027-01-31T12:00:00-01:30", 1_801_402_200),
      ("9999-12-31", 253_402_300_799),
    ] as [(String, Double)])
  func instants(_ text: String, _ seconds: Double) throws {
    #expect(try Instant.parse(text) == Date(timeIntervalSince1970: seconds))
  }

  @Test(
    "hosts, names, links and GUIDs that look right and are not",
    arguments: [
      (HostName.canonical("localhost") == nil), (HostName.canonical("a..b") == nil),
      (HostName.canonical("-a.b") == nil), (HostName.canonical("a.b.") == nil),
      (HostName.canonical("10.0.0.1") == nil), (HostName.canonical("bücher.example") == nil),
      !Name.isValid("a\u{200B}b"), !Name.isValid("a\\b"), !Name.isValid("a "), !Name.isValid("[a]"),
      !Name.isValid(String(repeating: "a", count: 129)), Name.isValid("Zürich, prod (1)"),
      !Runbook.isValid("http://a.example"), !Runbook.isValid("https://"),
      !Runbook.isValid("https:///a"),
      !Runbook.isValid("mailto:"), !Runbook.isValid("mailto:a@b@c"),
      !Runbook.isValid("https://a\u{202E}b"),
      !Runbook.isValid("data:text/html,x"), Runbook.isValid("HTTPS://wiki.example/a?b#c"),
      GUID.canonical("8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3dg") == nil,
      GUID.canonical("8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d") == nil,
    ])
  func lookalikes(_ holds: Bool) {
    #expect(holds)
  }

  @Test(
    "globs",
    arguments: [
      ("*", "", true), ("a*", "abc", true), ("*c", "abc", true), ("a?c", "abc", true),
      ("a?c", "ac", false),
      ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[", "[", true), ("[]]", "]", true),
      ("a*b*c", "aXbYc", true), ("a*b*c", "aXcYb", false), ("A", "a", false), ("", "", true),
      ("", "a", false), ("**a", "a", true), ("[z-a]", "z", true), ("?", "é", true),
    ])
  func globs(_ pattern: String, _ name: String, _ matches: Bool) {
    #expect(Glob(pattern).matches(name) == matches)
  }

  @Test("a hostile pattern is answered at once")
  func hostilePattern() {
    let pattern = String(repeating: "a*", count: 60) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 2_000)))
  }
}
