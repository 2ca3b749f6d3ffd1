import EntraIdentity
import Testing

@testable import CredentialAudit

@Suite("Whether it was the network")
struct ReachabilityTests {
  private static let cloud = "login.microsoftonline.com"

  private static func failed(_ host: String, _ kinds: TransportError.Kind...) -> HostOutcome {
    HostOutcome(host: host, hasAnswered: false, failures: Set(kinds))
  }

  private static func answered(_ host: String, _ kinds: TransportError.Kind...) -> HostOutcome {
    HostOutcome(host: host, hasAnswered: true, failures: Set(kinds))
  }

  static let cases: [([HostOutcome], String?)] = [
    ([], nil),
    ([answered(cloud)], nil),
    ([failed(cloud, .dns)], "dns-down"),
    ([failed(cloud, .dns), failed("idp.example", .dns)], "dns-down"),
    // One that may be misspelt or switched off is its own fault.
    ([failed("idp.example", .dns)], nil),
    ([failed("idp.example", .refused)], nil),
    ([failed("a.example", .dns), failed("b.example", .dns)], "dns-down"),
    ([failed(cloud, .dns), answered("idp.example")], nil),
    ([failed(cloud, .timeout)], "network-down"),
    ([failed(cloud, .proxy), failed("idp.example", .refused)], "network-down"),
    ([failed(cloud, .dns), failed("idp.example", .timeout)], "network-down"),
    ([failed(cloud, .dns, .other), failed("idp.example", .dns)], "network-down"),
    // Somebody was there, for a moment.
    ([answered(cloud, .timeout), failed("idp.example", .timeout)], nil),
    ([failed(cloud, .reset), failed("idp.example", .timeout)], nil),
    ([failed(cloud, .tlsUntrusted)], nil), ([failed(cloud, .tls), failed("a.example", .tls)], nil),
    // Never asked, because the run was ended.
    ([failed(cloud), failed("a.example", .dns)], nil),
  ]

  @Test("where nobody at all was reached, one notice says so", arguments: cases)
  func notice(_ outcomes: [HostOutcome], _ code: String?) {
    let notice = Reachability(outcomes).notice
    #expect(notice?.code == code)
    #expect(notice.map { $0.message.count < 400 && CodeMeaning.all[$0.code] != nil } ?? true)
    // It is the whole run's: a report of one customer's must not show another's host.
    #expect(notice.map { !$0.message.contains(".example") } ?? true)
  }
}
