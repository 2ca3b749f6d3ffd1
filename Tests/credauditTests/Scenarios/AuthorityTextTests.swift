import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// What can be told of an authority by its text, before anybody is asked.
@Suite struct AuthorityTextTests {
  private static let base = "https://login.microsoftonline.com"

  static let refused: [(String, String)] = [
    ("\(base)/common", "common-tenant"),
    ("\(base)/organizations", "common-tenant"),
    ("\(base)/consumers", "common-tenant"),
    ("http://login.microsoftonline.com/\(Contoso.id)", "not-https"),
    ("login.microsoftonline.com/\(Contoso.id)", "malformed-url"),
    ("https://jo:Pa55.word@login.microsoftonline.com/\(Contoso.id)", "user-info"),
    ("https://login.microsoftonline.com@evil.example/\(Contoso.id)", "user-info"),
    ("\(base)/\(Contoso.id)#fragment", "fragment"),
    ("\(base)", "no-tenant"),
    ("\(base)/contoso", "tenant-malformed"),
    ("https://login.microsoftonline.de/\(Contoso.id)", "retired-host"),
    ("https://login.microsoftonline.com.evil.example/\(Contoso.id)", "look-alike-host"),
    ("https://westeurope.login.microsoft.com/\(Contoso.id)", "regional-host"),
    ("https://b2clogin.com/contoso.onmicrosoft.com/b2c_1_in", "no-subdomain"),
  ]

  @Test("An authority that cannot be one is critical, and nobody is asked", arguments: refused)
  func isRefused(_ authority: String, _ code: String) async throws {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory(authority: authority)
    let run = try await scenario.audit()
    #expect(run.found(.authorityURL) == ["critical \(code)"])
    #expect(run.found(.authorityDiscovery) == ["skipped depends-on-url"])
    #expect(run.found(.credentialAcquisition) == ["unknown authority-failed"])
    #expect(run.findings(.credentialAcquisition).first?.evidence["authority_code"] == code)
    #expect(run.connects.isEmpty)
    #expect(run.status == .findings)
    #expect(!run.output.contains("Pa55.word") && !run.error.contains("Pa55.word"))
  }

  static let remarked: [(String, String, writeInstead: String?)] = [
    ("https://login.windows.net/\(Contoso.id)", "legacy-host", "\(base)/\(Contoso.id)"),
    ("https://sts.windows.net/\(Contoso.id)", "legacy-host", "\(base)/\(Contoso.id)"),
    ("\(base)/\(Contoso.id)/oauth2/token", "v1-path", "\(base)/\(Contoso.id)"),
    ("\(base)/\(Contoso.id)/oauth2/v2.0/token", "endpoint-tail", "\(base)/\(Contoso.id)"),
    ("\(base)/\(Contoso.id)/", "stray-slash", "\(base)/\(Contoso.id)"),
    ("\(base)/\(Contoso.id)?x=1", "query", "\(base)/\(Contoso.id)"),
  ]

  @Test("An authority that should be written otherwise is asked all the same", arguments: remarked)
  func isRemarked(_ authority: String, _ code: String, writeInstead: String?) async throws {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory(authority: authority)
    let run = try await scenario.audit()
    #expect(run.found(.authorityURL) == ["warning \(code)"])
    #expect(run.findings(.authorityURL).first?.evidence["write_instead"] == writeInstead)
    #expect(run.found(.authorityIssuer) == ["pass ok"])
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.found(.credentialToken) == ["pass ok"])
    #expect(run.status == .clean)
    let strict = try await scenario.audit("--fail-on", "warning")
    #expect(strict.status == .findings)
  }

  @Test("A B2C policy in the query is remarked on, with the path to write instead")
  func policyInQuery() async throws {
    var scenario = Scenario()
    scenario.world = SimulatedWorld([.b2c("contosob2c", id: Contoso.id, [Contoso.app()])])
    scenario.inventory = Contoso.inventory(
      authority: "https://contosob2c.b2clogin.com/contosob2c.onmicrosoft.com?p=b2c_1_sign_in")
    let run = try await scenario.audit()
    #expect(run.found(.authorityURL) == ["warning policy-in-query"])
    #expect(
      run.findings(.authorityURL).first?.evidence["write_instead"]
        == "https://contosob2c.b2clogin.com/contosob2c.onmicrosoft.com/b2c_1_sign_in")
    #expect(run.found(.authorityDiscovery) == ["pass ok"])
    #expect(run.status == .clean)
  }
}
