import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("What the clocks say of a refusal")
struct ClockBlameTests {
  private static let certificate = CredentialSource.certificate(
    CertificateReference(file: "c.pem", key: nil, passphrase: nil, sendX5C: false))
  private static let federated = CredentialSource.federated(.reference(.file("token")))

  private func finding(
    _ code: Int, _ kind: CredentialSource, offset: TimeInterval?
  ) throws -> Finding {
    let refusal = ServiceRefusal(
      status: 401, error: "invalid_client", codes: [code], code: "AADSTS\(code)",
      entry: AADSTSCatalog.meaning(of: code), host: "login.microsoftonline.com")
    let acquisition = AcquisitionObservation(
      scopes: [.microsoftGraph], outcome: .failed(.refused(refusal)), attempts: 1,
      correlationID: "c")
    let observation = ResolvedFixture.observation(
      kind: kind, authority: .proven(try ResolvedFixture.resolved()),
      clock: offset.map { ClockReading(host: "login.microsoftonline.com", offset: $0) },
      [acquisition])
    return try #require(CredentialCheck.acquisition.evaluate(observation).first)
  }

  @Test(
    "an assertion outside its time is the clock's fault where the clock is off",
    arguments: [(600.0, "600 s ahead of"), (-600.0, "600 s behind")])
  func clockIsOff(_ offset: TimeInterval, _ words: String) throws {
    let signed = try finding(700_024, Self.certificate, offset: offset)
    #expect(signed.verdict == .critical && signed.code == "AADSTS700024")
    #expect(signed.cause?.contains(words) == true)
    #expect(signed.fix?.hasPrefix("Set this machine's clock by NTP") == true)
    let brought = try finding(700_024, Self.federated, offset: offset)
    #expect(brought.cause?.contains(words) == true)
    #expect(brought.fix?.contains("made elsewhere") == true)
  }

  @Test("where the clocks agree it says so, and what else it may be")
  func clockIsRight() throws {
    let signed = try finding(700_024, Self.certificate, offset: 2)
    #expect(signed.cause?.contains("2 s ahead of") == true)
    #expect(signed.cause?.contains("it is not the clock") == true)
    #expect(signed.fix?.contains("suspended") == true)
    let brought = try finding(700_024, Self.federated, offset: 0)
    #expect(brought.cause?.contains("within 1 s of") == true)
    #expect(brought.fix?.hasPrefix("Have a fresh assertion made") == true)
  }

  @Test("where they were not compared, and of any other code, the catalogue speaks")
  func catalogue() throws {
    let entry = try #require(AADSTSCatalog.meaning(of: 700_024))
    #expect(try finding(700_024, Self.certificate, offset: nil).cause == entry.cause)
    let other = try #require(AADSTSCatalog.meaning(of: 7_000_222))
    #expect(try finding(7_000_222, Self.certificate, offset: 600).cause == other.cause)
  }

  @Test(
    "a token is outside its time by this machine's clock alone where that is off the same way",
    arguments: [(-600.0, true), (600.0, false), (-30.0, false)])
  func token(_ offset: TimeInterval, _ isBlamed: Bool) throws {
    let begin = ResolvedFixture.now.timeIntervalSince1970 + 590
    let acquisition = ResolvedFixture.acquisition(
      "https://graph.microsoft.com/.default", try ResolvedFixture.claims(["nbf": begin]))
    let observation = ResolvedFixture.observation(
      authority: .proven(try ResolvedFixture.resolved()),
      clock: ClockReading(host: "login.microsoftonline.com", offset: offset), [acquisition])
    let finding = try #require(CredentialCheck.token.evaluate(observation).first)
    #expect(finding.code == "token-not-yet-valid")
    #expect((finding.cause?.contains("by this machine's clock alone") == true) == isBlamed)
  }

  @Test(
    "a token past its end is blamed on a clock that is ahead",
    arguments: [(4_000.0, true), (-4_000, false)])
  func pastToken(_ offset: TimeInterval, _ isBlamed: Bool) throws {
    let end = ResolvedFixture.now.timeIntervalSince1970 - 400
    let acquisition = ResolvedFixture.acquisition(
      "https://graph.microsoft.com/.default", try ResolvedFixture.claims(["exp": end]))
    let observation = ResolvedFixture.observation(
      authority: .proven(try ResolvedFixture.resolved()),
      clock: ClockReading(host: "login.microsoftonline.com", offset: offset), [acquisition])
    let finding = try #require(CredentialCheck.token.evaluate(observation).first)
    #expect(finding.code == "token-expired")
    #expect((finding.cause?.contains("by this machine's clock alone") == true) == isBlamed)
  }
}
