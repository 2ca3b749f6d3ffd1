import EntraIdentity
import Testing

@testable import CredentialAudit

@Suite("Whether a credential was tried, and why not")
struct CredentialAcquisitionTests {
  private static let identities: [CredentialSource] = [
    .managedIdentity(.system), .federated(.managedIdentity(.system)),
  ]

  @Test("a managed identity's source says who keeps the key, and is no pass", arguments: identities)
  func managedIdentity(kind: CredentialSource) throws {
    let observation = ResolvedFixture.observation(
      kind: kind, source: .kept(by: .appService, problem: nil),
      authority: .proven(try ResolvedFixture.resolved()))
    let found = CredentialCheck.source.evaluate(observation)
    #expect(found.map(\.verdict) == [.skipped])
    #expect(found.map(\.code) == ["kept-by-platform"])
    #expect(found.first?.evidence["platform"] == "app_service")
    #expect(CredentialCheck.expiry.evaluate(observation).map(\.code) == ["no-expiry-kind"])
  }

  @Test("a platform whose variables cannot be used is unknown, and nothing is tried")
  func settings() throws {
    let problem = PlatformProblem(.settingsInvalid, at: .appService, "IDENTITY_ENDPOINT is not")
    let observation = ResolvedFixture.observation(
      kind: .managedIdentity(.system), source: .kept(by: .appService, problem: problem),
      authority: .proven(try ResolvedFixture.resolved()))
    #expect(CredentialCheck.source.evaluate(observation).map(\.verdict) == [.unknown])
    let tried = CredentialCheck.acquisition.evaluate(observation)
    #expect(tried.map(\.code) == ["depends-on-source"])
  }

  static let platformErrors: [(IdentityError, Verdict, String)] =
    PlatformProblem.Code.allCases.map {
      (.platform(PlatformProblem($0, at: .virtualMachine, "d")), .unknown, $0.rawValue)
    }
    + PlatformRefusal.Reason.allCases.map { reason in
      let says: [PlatformRefusal.Reason] = [.identityNotAssigned, .resourceRefused, .other]
      return (
        .platformRefused(
          PlatformRefusal(source: .appService, reason: reason, status: 400, host: "localhost")),
        says.contains(reason) ? .critical : .unknown, reason.rawValue
      )
    }
    + [
      (
        .transport(TransportError(kind: .refused, host: "localhost", detail: "d")), .unknown,
        "platform-unreachable"
      ),
      (
        .transport(TransportError(kind: .deadline, host: "localhost", detail: "d")), .unknown,
        "deadline"
      ),
      (
        .unexpected(
          UnexpectedResponse(reason: .notJSON, status: 403, contentType: nil, host: "localhost")),
        .unknown, "unexpected-response"
      ),
      (.request(.noResource), .unknown, "no-resource"),
    ]

  @Test(
    "only a platform's own word about identity or resource is critical", arguments: identities,
    Array(0..<platformErrors.count))
  func platform(kind: CredentialSource, number: Int) throws {
    let (error, verdict, code) = Self.platformErrors[number]
    let acquisition = AcquisitionObservation(
      scopes: [.microsoftGraph], outcome: .platformFailed(error), attempts: 1, correlationID: "c")
    let observation = ResolvedFixture.observation(
      kind: kind, source: .kept(by: .appService, problem: nil),
      authority: .proven(try ResolvedFixture.resolved()), [acquisition])
    let found = CredentialCheck.acquisition.evaluate(observation)
    #expect(found.map(\.verdict) == [verdict])
    #expect(found.map(\.code) == [code])
    #expect(found.allSatisfy { $0.cause?.isEmpty == false && $0.fix?.isEmpty == false })
    #expect(CredentialCheck.token.evaluate(observation).map(\.verdict) == [.skipped])
  }

  @Test(
    "nothing was asked for offline, whatever else is wrong",
    arguments: [
      SourceObservation.read(SourceFacts()), .kept(by: .virtualMachine, problem: nil),
      .unreadable(SourceProblem(.variableNotSet, "no")),
    ])
  func offline(source: SourceObservation) {
    let found = CredentialCheck.acquisition.evaluate(
      ResolvedFixture.observation(source: source, authority: .offline(nil)))
    #expect(found.map(\.verdict) == [.skipped])
    #expect(found.map(\.code) == ["offline"])
  }

  @Test("what was not read before the run's end is unknown, never green")
  func cutShort() throws {
    let observation = ResolvedFixture.observation(
      source: .notRead(code: "deadline"), authority: .proven(try ResolvedFixture.resolved()))
    #expect(CredentialCheck.source.evaluate(observation).map(\.verdict) == [.unknown])
    #expect(CredentialCheck.acquisition.evaluate(observation).map(\.verdict) == [.unknown])
  }

  @Test("a failed authority is named")
  func failedAuthority() {
    let found = CredentialCheck.acquisition.evaluate(
      ResolvedFixture.observation(authority: .failed(.authorityIssuer, code: "issuer-mismatch")))
    #expect(found.map(\.verdict) == [.unknown])
    #expect(found.first?.evidence["authority_code"] == "issuer-mismatch")
  }

  @Test(
    "what the source's finding tells already is not told again, also where the authority failed",
    arguments: [
      SourceObservation.unreadable(SourceProblem(.variableNotSet, "no")),
      .unusable(CredentialProblem(.malformed, "no"), remarks: []),
    ])
  func nothingToSend(source: SourceObservation) {
    let found = CredentialCheck.acquisition.evaluate(
      ResolvedFixture.observation(
        source: source, authority: .failed(.authorityDiscovery, code: "timeout")))
    #expect(found.map(\.verdict) == [.skipped])
    #expect(found.map(\.code) == ["depends-on-source"])
  }
}
