/// The platform's checks of an outside issuer's assertion: issuer, subject and audience are compared
/// with case and trailing slash, each with a code of its own.
struct FederatedAssertionCheck {
  private let exchange: Exchange
  private let tenant: SimulatedTenant
  private let application: SimulatedApplication

  init(_ exchange: Exchange, _ tenant: SimulatedTenant, _ application: SimulatedApplication) {
    self.exchange = exchange
    self.tenant = tenant
    self.application = application
  }

  func check(_ token: CompactToken) throws(Refusal) {
    let issuer = token.claims["iss"]?.text ?? ""
    let subject = token.claims["sub"]?.text ?? ""
    let ofIssuer = application.federatedCredentials.filter { $0.issuer == issuer }
    guard !ofIssuer.isEmpty else { throw .noFederatedIssuer(issuer) }
    let ofSubject = ofIssuer.filter { $0.subject == subject }
    guard !ofSubject.isEmpty else { throw .noFederatedSubject(subject) }
    let audiences = token.claims["aud"].map { value in
      value.elements?.compactMap(\.text) ?? value.text.map { [$0] } ?? []
    }
    // Exactly one audience, or an assertion meant for somebody else would do here too.
    guard let audiences, let audience = audiences.first, audiences.count == 1 else {
      throw .noFederatedAudience(audiences?.joined(separator: " ") ?? "")
    }
    guard let credential = ofSubject.first(where: { $0.audience == audience }) else {
      throw .noFederatedAudience(audience)
    }
    guard !credential.issuerKeys.isEmpty else { throw .federationOutOfReach }
    let algorithm = token.header["alg"]?.text ?? "none"
    guard algorithm == "RS256" else { throw .unsupportedAlgorithm(algorithm) }
    let keyID = token.header["kid"]?.text ?? ""
    guard let key = credential.issuerKeys.first(where: { $0.keyID == nil || $0.keyID == keyID })
    else { throw .keyNotFound(keyID) }
    guard let verifier = VerificationKey(key),
      verifier.verifies(token.signature, over: token.signingInput, algorithm: algorithm)
    else { throw .signatureMismatch(keyID, key) }
    _ = try AssertionTimes(tenant.tolerances, exchange.now).check(token)
  }
}
