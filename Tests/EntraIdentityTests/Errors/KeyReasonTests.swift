import Testing

@testable import EntraIdentity

@Suite struct KeyReasonTests {
  private static let prefix = "AADSTS700027: Client assertion contains an invalid signature. "

  @Test(
    arguments: [
      ("[Reason - The key was not found., Please visit", KeyReason.notFound as KeyReason?),
      (
        "[Reason - The key used is expired., Thumbprint of key used by client: 'AB', Found key 'Start=01/22/2018 09:13:33, End=01/23/2021 09:13:33']",
        .expired(start: "2018-01-22 09:13:33", end: "2021-01-23 09:13:33")
      ),
      (
        "[Reason - The key used is expired., Found key 'Start=08/03/2016, End=08/03/2017, Thumbprint=C3']",
        .expired(start: "2016-08-03", end: "2017-08-03")
      ),
      (
        "[Reason - The key used is expired., Found key 'Start=22/01/2018, End=soon']",
        .expired(start: nil, end: nil)
      ),
      ("[Reason - The key used is expired.]", .expired(start: nil, end: nil)),
      (
        "[Reason - Key was found, but use of the key to verify the signature failed., Thumbprint",
        .verificationFailed
      ),
      ("[Reason - Something new., The key was not found", nil), ("", nil),
      ("The key was not found", nil),
    ]) func theReasonInBracketsIsRead(_ text: String, _ expected: KeyReason?)
  {
    #expect(KeyReason(code: 700_027, description: Self.prefix + text) == expected)
    #expect(KeyReason(code: 50012, description: Self.prefix + text) == expected)
    #expect(KeyReason(code: 50013, description: Self.prefix + text) == nil)
  }

  @Test func eachReasonHasItsOwnClassCauseAndFix() throws {
    let entry = try #require(AADSTSCatalog.meaning(of: 700_027))
    let reasons = [
      KeyReason.notFound, .expired(start: nil, end: "2021-01-23"), .verificationFailed,
    ]
    let refined = reasons.map { $0.refined(entry) }
    #expect(
      refined.map(\.category) == [.credentialInvalid, .credentialExpired, .credentialInvalid])
    #expect(refined.map(\.maySpread) == [true, false, false])
    #expect(Set(refined.map(\.cause)).count == 3)
    #expect(Set(refined.map(\.fix)).count == 3)
    #expect(refined[1].cause.contains("to 2021-01-23"))
    #expect(refined.allSatisfy { $0.code == 700_027 })
  }
}
