/// What a URL shows of the family that it belongs to.
struct AuthorityFamily {
  /// The family, where nothing is declared.
  let kind: AuthorityKind
  /// What may be declared for it all the same.
  let declarable: [AuthorityKind]
  /// The cloud that the host belongs to.
  let cloud: Cloud?

  /// Recognises the family by host first, and only on nobody's host by path: a path is anybody's
  /// to choose.
  /// - Returns: The family; nil where the host can be none, which `notes` says.
  static func seen(
    host: String, segments: [String], query: String?, declared: AuthorityKind?,
    notes: inout AuthorityNotes
  ) -> AuthorityFamily? {
    let words = segments.map { $0.lowercased() }
    if let cloud = Cloud.known(host: host) {
      // Recorded: B2C is still served from the shared host, below /tfp or with its policy.
      let isB2C = showsPolicy(words, query: query) || declared == .b2c
      return AuthorityFamily(
        kind: isB2C ? .b2c : .entra, declarable: isB2C ? [.b2c] : [.entra], cloud: cloud)
    }
    for place in knownPlaces where host.hasSuffix(place.suffix) {
      guard let kind = place.kind else {
        guard place.cloud.isRegional(host: host) else { continue }
        notes.problem(.regionalHost, host)
        return nil
      }
      if host == place.suffix {
        notes.problem(.noSubdomain, host)
        return nil
      }
      if host.label(before: place.suffix) != nil {
        return AuthorityFamily(kind: kind, declarable: [kind], cloud: place.cloud)
      }
    }
    if isLookAlike(host) {
      notes.problem(.lookAlikeHost, host)
      return nil
    }
    switch words.first {
    case "adfs": return AuthorityFamily(kind: .adfs, declarable: [.adfs, .oidc], cloud: nil)
    case "dstsv2": return AuthorityFamily(kind: .dsts, declarable: [.dsts, .oidc], cloud: nil)
    default:
      return AuthorityFamily(
        kind: showsPolicy(words, query: nil) ? .b2c : .entra,
        declarable: [.entra, .b2c, .ciam, .oidc], cloud: nil)
    }
  }

  /// What a cloud's hosts of many tenants or regions end with.
  private struct KnownPlace {
    let suffix: String
    /// The family of a host below it; nil for a region's.
    let kind: AuthorityKind?
    let cloud: Cloud
  }

  private static let knownPlaces: [KnownPlace] = Cloud.all.flatMap { cloud in
    [(cloud.regionalSuffix, nil), (cloud.b2cSuffix, .b2c), (cloud.ciamSuffix, .ciam)].compactMap {
      (suffix: String?, kind: AuthorityKind?) in
      suffix.map { KnownPlace(suffix: $0, kind: kind, cloud: cloud) }
    }
  }

  /// Names that are a cloud's, and nobody else's.
  private static let knownNames: [String] = Cloud.all.flatMap { cloud in
    cloud.aliases + [cloud.b2cSuffix, cloud.ciamSuffix].compactMap(\.self)
  }

  /// `/tfp/{tenant}/{policy}`, `/{tenant}/b2c_1…` or `?p=`.
  private static func showsPolicy(_ words: [String], query: String?) -> Bool {
    if words.first == "tfp" { return true }
    if words.count >= 2, words[1].hasPrefix("b2c_") { return true }
    return query.map { B2CQuery($0).policy != nil } ?? false
  }

  /// A known host's or suffix's name inside another name: `login.microsoftonline.com.evil.example`,
  /// `evilb2clogin.com`.
  private static func isLookAlike(_ host: String) -> Bool {
    knownNames.contains(where: host.holds)
  }
}

/// The query of a B2C URL: the policy, and whatever else stands there.
struct B2CQuery {
  let policy: String?
  let hasOthers: Bool

  init(_ query: String) {
    let pairs = query.split(separator: "&", omittingEmptySubsequences: false)
    let policies = pairs.filter { $0.lowercased().hasPrefix("p=") && $0.count > 2 }
    policy = policies.first.map { String($0.dropFirst(2)) }
    hasOthers = pairs.count > 1 || policies.isEmpty
  }
}
