import Foundation

/// Makes what an application proves itself with ready for one request.
struct ClientAuthenticator: Sendable {
  let clientID: ClientID
  let credential: ClientCredential
  let time: any TimeSource
  var extraClaims: ExtraClaims?
  /// Where signed assertions are kept for their life; without one every request has its own.
  var reuse: AssertionReuse?

  /// Reads, signs or asks for what is to be presented.
  /// - Parameters:
  ///   - endpoint: Whom it is presented to.
  ///   - fmiPath: The federated managed identity that is asked for.
  ///   - correlationID: The request's id.
  ///   - isRepeat: Whether the same was asked before and failed: then nothing is used again.
  /// - Returns: What is put into the request.
  /// - Throws: ``IdentityError/credential(_:)`` or ``IdentityError/assertionProvider(_:)``.
  func authentication(
    at endpoint: TokenEndpoint, fmiPath: String?, correlationID: UUID, isRepeat: Bool = false
  ) async throws(IdentityError) -> TokenRequest.Authentication {
    switch credential {
    case .secret(let secret, .post): return .secretPost(secret)
    case .secret(let secret, .basic): return .secretBasic(secret)
    case .assertion(let assertion): return .assertion(assertion)
    case .assertionProvider(let provider):
      let context = AssertionContext(
        clientID: clientID, tokenEndpoint: endpoint.url, fmiPath: fmiPath,
        correlationID: correlationID)
      do {
        return .assertion(try await provider.assertion(for: context))
      } catch {
        throw .assertionProvider(error)
      }
    case .certificate(let certificate):
      do {
        return .assertion(try assertion(by: certificate, at: endpoint, isRepeat: isRepeat))
      } catch {
        throw .credential(error)
      }
    }
  }

  private func assertion(
    by certificate: CertificateCredential, at endpoint: TokenEndpoint, isRepeat: Bool
  ) throws(CredentialProblem) -> Secret {
    let audience = endpoint.url.description
    let now = time.now
    // Others than Entra may remember an assertion and refuse its second use (RFC 7523, section 3).
    let reuse = endpoint.authority.kind == .entra ? reuse : nil
    if !isRepeat, let known = reuse?.assertion(for: audience, now: now) { return known }
    let profile = try AssertionProfile.choose(
      kind: endpoint.authority.kind, configuration: endpoint.configuration,
      credential: certificate)
    let assertion = try ClientAssertion.signed(
      by: certificate, clientID: clientID, audience: audience, profile: profile, now: now,
      extraClaims: extraClaims)
    reuse?.keep(assertion, for: audience, now: now)
    return assertion
  }
}
