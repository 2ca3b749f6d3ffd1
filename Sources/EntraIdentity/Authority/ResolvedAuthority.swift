/// An authority that was proven: only ``AuthorityResolver`` makes one, and only after the instance,
/// the document, its issuer, its endpoints and its tenant were found in order. A token can be
/// requested at nothing else.
public struct ResolvedAuthority: Sendable {
  /// What was written.
  public let authority: Authority
  /// Where tokens are requested.
  public let tokenEndpoint: EndpointURL
  /// The document that the proof rests on.
  public let configuration: OpenIDConfiguration
}
