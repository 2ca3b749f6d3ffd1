/// Why nothing may be sent to an authority.
public struct UnprovenAuthority: Error, Sendable {
  /// The first thing that was not in order.
  public enum Reason: Sendable {
    /// Its host is nobody's that instance discovery knows, or that could not be asked.
    case instance(InstanceOutcome)
    /// Its document could not be had.
    case discovery(IdentityError)
    /// The document's issuer is not its own.
    case issuer(IssuerJudgement)
    /// The document's endpoints lead elsewhere.
    case endpoints([EndpointViolation])
    /// The document names another tenant than the declared one.
    case tenant(TenantJudgement)
    /// The document names another cloud than the host's.
    case cloud([CloudMismatch])
  }

  /// The first thing that was not in order.
  public let reason: Reason
  /// All that was seen.
  public let examination: AuthorityExamination

  init(_ examination: AuthorityExamination) {
    self.examination = examination
    switch (examination.discovery, examination.issuer) {
    case (.notAsked, _), (.seen, nil): reason = .instance(examination.instance)
    case (.failed(let error), _): reason = .discovery(error)
    case (.seen, let issuer?) where issuer != .accepted: reason = .issuer(issuer)
    case (.seen, _):
      if !examination.endpointViolations.isEmpty {
        reason = .endpoints(examination.endpointViolations)
      } else if case .mismatch = examination.tenant {
        reason = .tenant(examination.tenant)
      } else {
        reason = .cloud(examination.cloudMismatches)
      }
    }
  }
}
