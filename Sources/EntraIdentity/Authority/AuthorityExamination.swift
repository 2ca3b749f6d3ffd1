/// All that was seen when an authority was looked at, each part as its own outcome, so that a
/// check can judge one part without knowing how the others went.
public final class AuthorityExamination: Sendable {
  /// What was looked at.
  public let authority: Authority
  /// What is known of its host.
  public let instance: InstanceOutcome
  /// Its OpenID configuration.
  public let discovery: Observed<OpenIDConfiguration>
  /// Whether the document's issuer is this authority's; nil where there is no document.
  public let issuer: IssuerJudgement?
  /// Endpoints that lead out of the authority's cloud or host; empty where there is no document.
  public let endpointViolations: [EndpointViolation]
  /// Signs in the document of another cloud than the host's; empty where there is no document.
  public let cloudMismatches: [CloudMismatch]
  /// The tenant's GUID that the document resolves to, where its form tells one.
  public let tenantID: TenantID?
  /// Whether that is the declared tenant.
  public let tenant: TenantJudgement
  /// Its key set.
  public let keys: Observed<KeySet>
  /// The proof that all of it was in order; nil where anything was not. Keys may be missing: they
  /// prove tokens, not the endpoint.
  public let resolved: ResolvedAuthority?

  init(
    authority: Authority, instance: InstanceOutcome,
    discovery: Observed<OpenIDConfiguration> = .notAsked, issuer: IssuerJudgement? = nil,
    endpointViolations: [EndpointViolation] = [], cloudMismatches: [CloudMismatch] = [],
    tenantID: TenantID? = nil, tenant: TenantJudgement, keys: Observed<KeySet> = .notAsked,
    resolved: ResolvedAuthority? = nil
  ) {
    self.authority = authority
    self.instance = instance
    self.discovery = discovery
    self.issuer = issuer
    self.endpointViolations = endpointViolations
    self.cloudMismatches = cloudMismatches
    self.tenantID = tenantID
    self.tenant = tenant
    self.keys = keys
    self.resolved = resolved
  }
}
