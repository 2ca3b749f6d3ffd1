import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Key sets that are none or of no use, and tokens that try to pass by them.
@Suite struct KeySetFaultTests {
  private static let repair = "Ask the issuer's operator"

  static let documents = [
    FaultCase(
      "no body", .body([]), "critical keys-malformed", says: "an empty body", fix: repair,
      exit: .findings),
    FaultCase(
      "an object without keys", .keySet(.withoutKeys), "critical keys-malformed",
      says: "JSON that cannot be read", fix: repair, exit: .findings),
    FaultCase(
      "keys that stand twice", .body(Array(#"{"keys":[],"keys":[]}"#.utf8)),
      "critical keys-malformed", says: "JSON that cannot be read", fix: repair, exit: .findings),
    FaultCase(
      "half a set", .body(Array(#"{"keys":[{"kty":"RSA","#.utf8)), "critical keys-malformed",
      says: "JSON that cannot be read", fix: repair, exit: .findings),
    FaultCase(
      "a hundred thousand brackets", .nestedJSON(depth: 100_000), "critical keys-malformed",
      says: "JSON that cannot be read", fix: repair, exit: .findings),
    FaultCase(
      "text that is not UTF-8", .body(Array(#"{"keys":[],"x":""#.utf8) + [0xC0, 0xAF, 0x22, 0x7D]),
      "critical keys-malformed", says: "JSON that cannot be read", fix: repair, exit: .findings),
    FaultCase(
      "ten thousand keys",
      .body(
        Array("{\"keys\":[\(Array(repeating: "{}", count: 10_000).joined(separator: ","))]}".utf8)),
      "critical keys-malformed", says: "JSON that cannot be read", fix: repair, exit: .findings),
    FaultCase(
      "no keys", .keySet(.empty), "critical keys-unusable", says: "no key of the set",
      fix: repair, exit: .findings),
    FaultCase(
      "keys for encryption", .keySet(.forEncryption), "critical keys-unusable",
      says: "no key of the set", fix: repair, exit: .findings),
    FaultCase(
      "a page with 404", .errorPage(404), "critical not-found", says: "HTTP 404",
      fix: "authority's path", exit: .findings),
    FaultCase(
      "a redirect", .redirect("https://\(FaultCase.elsewhere)/keys"), "unknown portal-in-between",
      says: "a redirect to \(FaultCase.elsewhere)", fix: "captive portal", exit: .unknown),
    FaultCase(
      "a portal's page", .portalPage, "unknown portal-in-between", says: "text/html",
      fix: "captive portal", exit: .unknown),
    FaultCase(
      "an empty 403", .empty(403), "unknown portal-in-between", says: "HTTP 403",
      fix: "captive portal", exit: .unknown),
  ]

  @Test("A key set that is of no use is told, and no token passes by it", arguments: documents)
  func document(_ fault: FaultCase) async throws {
    let run = try await fault.play(at: .keys)
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    let isRead = fault.found.hasSuffix("keys-unusable")
    #expect(
      run.found(.credentialToken)
        == ["unknown \(isRead ? "signing-key-unknown" : "no-keys-to-verify")"])
  }

  /// Signatures over a scope whose tokens anybody may verify.
  static let tokens = [
    FaultCase(
      "no signature, and alg none", .token(.unsigned), "critical algorithm-refused",
      says: "algorithm is not accepted", fix: "RS256, PS256 or ES256", exit: .findings),
    FaultCase(
      "the public key as a shared secret", .token(.signedByPublicKey), "critical algorithm-refused",
      says: "algorithm is not accepted", fix: "RS256, PS256 or ES256", exit: .findings),
    FaultCase(
      "a stranger's key", .token(.foreignKey), "critical signature-invalid",
      says: "not by the authority's keys", fix: "must not be trusted", exit: .findings),
    FaultCase(
      "a kid that nobody knows", .token(.unknownKeyID), "unknown signing-key-unknown",
      says: "lacks the token's signing key", fix: "new keys take time", exit: .unknown),
  ]

  @Test("A token that is not signed by the authority's keys never passes", arguments: tokens)
  func token(_ fault: FaultCase) async throws {
    let run = try await audit([.always(.token, fault.behaviour)])
    fault.expect(.credentialToken, in: run)
  }

  static let keys = [
    FaultCase(
      "a key for encryption", .keySet(.forEncryption), "unknown signing-key-unknown",
      says: "lacks the token's signing key", fix: "new keys take time", exit: .findings),
    FaultCase(
      "a curve's key where RSA signed", .keySet(.ellipticCurve), "critical signature-invalid",
      says: "not by the authority's keys", fix: "must not be trusted", exit: .findings),
    FaultCase(
      "another key of the same name", .keySet(.foreignKey), "critical signature-invalid",
      says: "not by the authority's keys", fix: "must not be trusted", exit: .findings),
    FaultCase(
      "another key alone", .keySet(.withoutCurrentKey), "unknown signing-key-unknown",
      says: "lacks the token's signing key", fix: "new keys take time", exit: .unknown),
  ]

  @Test("A key that is not for this signature verifies none", arguments: keys)
  func key(_ fault: FaultCase) async throws {
    let run = try await audit([.always(.keys, fault.behaviour)])
    fault.expect(.credentialToken, in: run)
    // Once for the authority, once more for the token; never for each token.
    #expect(run.asked(.keys) <= 2)
  }

  private func audit(_ script: [ScriptStep]) async throws -> Outcome {
    var scenario = Scenario()
    scenario.world = Contoso.world(script: script) {
      $0.resources = [SimulatedResource(["api://ledger"])]
    }
    scenario.inventory = Contoso.inventory(
      network: "retries: 0", application: "scopes: [api://ledger/.default]")
    return try await scenario.audit()
  }
}
