import EntraIdentity
import Testing

@testable import CredentialAudit

@Suite("Whether a credential was tried, and why not")
struct CredentialAcquisitionTests {
  private static let identities: [CredentialSource] = [
    .managedIdentity(.system), .federated(.managedIdentity(.system)),
  ]

  @Test(
    "a managed identity is unknown, and says that this version cannot try it", arguments: identities
  )
  func managedIdentity(kind: CredentialSource) throws {
    let observation = ResolvedFixture.observation(
      kind: kind, source: .notRead(code: "not-supported-yet"),
      authority: .proven(try ResolvedFixture.resolved()))
    for check in [CredentialCheck.source, .acquisition] {
      let found = check.evaluate(observation)
      #expect(found.map(\.verdict) == [.unknown])
      #expect(found.map(\.code) == ["not-supported-yet"])
    }
  }

  @Test(
    "nothing was asked for offline, whatever else is wrong",
    arguments: [
      SourceObservation.read(SourceFacts()), .notRead(code: "not-supported-yet"),
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
}
