package import EntraIdentity

/// What a credential has to know of its authority.
package enum AuthorityState: Sendable {
  /// It was proven, and credentials may be tried there.
  case proven(ResolvedAuthority)
  /// It was not; the finding that says so.
  case failed(CheckID, code: String)
  /// The network was not asked for; what the URL says, if it says something.
  case offline(Authority?)

  /// The family, as far as it is known.
  package var kind: AuthorityKind? {
    switch self {
    case .proven(let resolved): resolved.authority.kind
    case .offline(let authority): authority?.kind
    case .failed: nil
    }
  }
}
