import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// Assertions of a cluster elsewhere.
@Suite struct FederatedTests {
  private static let issuer = "https://oidc.cluster.contoso.example/"
  private static let subject = "system:serviceaccount:batch:night"
  private static let audience = "api://AzureADTokenExchange"

  private static func scenario(
    issuer: String = issuer, subject: String = subject, audience: String = audience,
    mintedAt: Date = Contoso.today, keyIsKnown: Bool = true
  ) throws -> Scenario {
    let key = try MintedKey.reusableRSA(3)
    let token = try MintedAssertion.workload(
      issuer: issuer, subject: subject, audience: audience, now: mintedAt, key: key)
    let application = SimulatedApplication(
      "billing", clientID: Contoso.client,
      federatedCredentials: [
        FederatedCredential(
          issuer: Self.issuer, subject: Self.subject,
          issuerKeys: keyIsKnown
            ? [.publicKey(pem: key.publicPEM, keyID: MintedAssertion.keyID)] : [])
      ])
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.files = ["token": .secret(token)]
    scenario.world = Contoso.world(application)
    scenario.inventory = Contoso.inventory("name: primary, federated: { file: token }")
    return scenario
  }

  @Test(
    "What an assertion says of itself is shown, because the directory compares it to the letter")
  func claimsAreShown() async throws {
    let run = try await Self.scenario(subject: "system:serviceaccount:legacy:night").audit()
    let evidence = try #require(run.findings(.credentialSource).first?.evidence)
    #expect(evidence["assertion_issuer"] == Self.issuer)
    #expect(evidence["assertion_subject"] == "system:serviceaccount:legacy:night")
    #expect(evidence["assertion_audience"] == Self.audience)
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let found: String
    var issuer = FederatedTests.issuer
    var subject = FederatedTests.subject
    var audience = FederatedTests.audience
    var mintedAt = Contoso.today
    var keyIsKnown = true
  }

  static let refused = [
    Refused(
      testDescription: "another issuer", found: "critical AADSTS700211",
      issuer: "https://oidc.cluster.contoso.example"),
    Refused(
      testDescription: "another audience", found: "critical AADSTS700212",
      audience: "api://AzureADTokenExchangeUSGov"),
    Refused(
      testDescription: "another subject", found: "critical AADSTS700213",
      subject: "system:serviceaccount:legacy:night"),
    Refused(
      testDescription: "an assertion of yesterday", found: "critical AADSTS700024",
      mintedAt: Contoso.days(-1)),
    Refused(
      testDescription: "an issuer whose keys are out of reach", found: "critical AADSTS90061",
      keyIsKnown: false),
  ]

  @Test("An assertion that the directory does not expect is refused", arguments: refused)
  func isRefused(_ refused: Refused) async throws {
    let run = try await Self.scenario(
      issuer: refused.issuer, subject: refused.subject, audience: refused.audience,
      mintedAt: refused.mintedAt, keyIsKnown: refused.keyIsKnown
    ).audit()
    #expect(run.found(.credentialAcquisition) == [refused.found])
    #expect(run.found(.credentialExpiry) == ["skipped no-expiry-kind"])
    #expect(run.status == .findings)
  }

  @Test("An assertion is taken, and has no end of its own")
  func good() async throws {
    let run = try await Self.scenario().audit()
    #expect(run.found(.credentialSource) == ["pass ok"])
    #expect(run.found(.credentialExpiry) == ["skipped no-expiry-kind"])
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.found(.credentialToken) == ["pass ok"])
    #expect(run.status == .clean)
  }

  @Test("What is no assertion is not sent")
  func notAnAssertion() async throws {
    var scenario = try Self.scenario()
    scenario.files = ["token": .secret("hand-written-and-no-json-web-token")]
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == ["critical malformed-credential"])
    #expect(run.found(.credentialAcquisition) == ["skipped depends-on-source"])
    #expect(run.asked(.token) == 0)
  }

  @Test("An assertion's file that is missing is unknown")
  func missing() async throws {
    var scenario = try Self.scenario()
    scenario.files = [:]
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == ["unknown file-not-found"])
    #expect(run.found(.credentialAcquisition) == ["skipped depends-on-source"])
    #expect(run.status == .unknown)
  }
}
