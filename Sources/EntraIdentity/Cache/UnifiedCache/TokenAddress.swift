/// Whose token an entry of a cache file is: what has to be the same for it to answer for a partition.
struct TokenAddress: Hashable, Sendable {
  /// A host, in lower case: a file has one entry for each host by which a cloud was named.
  let environment: String
  let clientID: String
  let realm: String
  let extendedKey: String?

  /// The address of an entry of the section `AccessToken`; nil where it is not an application's own
  /// token that whoever has it may present.
  init?(_ entry: [String: JSONValue]) {
    guard let environment = entry["environment"]?.string, let clientID = entry["client_id"]?.string,
      let realm = entry["realm"]?.string
    else { return nil }
    // A user's token: MSAL Python writes null for an application, others an empty text or nothing.
    switch entry["home_account_id"] {
    case nil, .null?, .string("")?: break
    default: return nil
    }
    // Bound to a key (`key_id`, a `token_type` of its own), it is of no use without.
    guard entry["key_id"] == nil,
      ["accesstoken", "atext"].contains(Self.word(entry["credential_type"], else: "AccessToken")),
      Self.word(entry["token_type"], else: "Bearer") == "bearer"
    else { return nil }
    switch entry["ext_cache_key"] {
    case nil, .null?, .string("")?: extendedKey = nil
    case .string(let key)?: extendedKey = key
    default: return nil
    }
    self.environment = environment.lowercased()
    self.clientID = clientID
    self.realm = Self.folded(realm)
  }

  init(_ partition: TokenPartition, environment: String) {
    self.environment = environment.lowercased()
    clientID = partition.clientID
    realm = Self.folded(partition.storedRealm)
    extendedKey = partition.extendedKey
  }

  /// A realm as it is compared. A tenant's letter case does not matter; a path's does, for a generic
  /// issuer may tell `/Realm` from `/realm`.
  static func folded(_ realm: String) -> String { realm.contains("/") ? realm : realm.lowercased() }

  private static func word(_ value: JSONValue?, else usual: String) -> String {
    switch value {
    case nil, .null?: usual.lowercased()
    default: value?.string?.lowercased() ?? ""
    }
  }
}

extension TokenPartition {
  /// The realm as a cache file has it: MSAL's own where MSAL means the same by it, else one that MSAL
  /// never writes.
  ///
  /// MSAL's realm is the first segment of the token endpoint's path. That is the tenant's GUID for
  /// Entra and External ID, and `adfs` for AD FS; we read what MSAL wrote there, and MSAL reads what
  /// we write. For the others it says too little:
  ///
  /// - of B2C it is the tenant, whatever the policy. Ours is tenant and policy. An Entra tenant is
  ///   never named by its domain, so that a domain alone is B2C's too;
  /// - of dSTS it is the constant `dstsv2`, for every tenant;
  /// - of a generic issuer it is some part of a path that several issuers share.
  ///
  /// There, neither may answer for the other, so that ours has a slash in it, which no segment has.
  ///
  /// MSAL leaves a port out of `environment`. A partition on another port than 443 has it there, and
  /// is ours alone. On 443 a host is taken to be one service.
  var storedRealm: String {
    guard !realm.contains("/") else { return realm }
    return realm.contains(".") || realm.lowercased() == "dstsv2" ? realm + "/" : realm
  }
}
