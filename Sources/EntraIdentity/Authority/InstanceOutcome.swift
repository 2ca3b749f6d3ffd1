/// What is known of an authority's host.
public enum InstanceOutcome: Sendable {
  /// The host is in the table of known clouds.
  case known(Cloud)
  /// Instance discovery of the public cloud vouches for the host; the aliases that it named.
  case confirmed(aliases: [String])
  /// The host's family is not one that instance discovery knows (AD FS, CIAM, B2C, dSTS), or the
  /// inventory declares what it is.
  case declared
  /// Instance discovery says that there is no such instance.
  case refused(ServiceRefusal)
  /// Instance discovery could not be asked.
  case failed(IdentityError)
  /// Instance discovery is switched off for this run.
  case notAsked

  /// Whether the host may be asked for its document. Where instance discovery is switched off, as
  /// air-gapped clouds need it, only a host that is declared may.
  var allowsDiscovery: Bool {
    switch self {
    case .known, .confirmed, .declared: true
    case .refused, .failed, .notAsked: false
    }
  }

  /// The hosts that are one with the authority's, where instance discovery named them.
  var aliases: [String] {
    if case .confirmed(let aliases) = self { aliases } else { [] }
  }
}
