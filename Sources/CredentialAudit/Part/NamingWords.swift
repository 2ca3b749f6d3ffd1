import EntraIdentity

/// The words by which one customer or team can be told in another's report.
struct NamingWords {
  /// Ids, hosts, domains, owners, thumbprints, and `tenant/application`: they stand for nobody else.
  private(set) var distinctive: Set<String> = []
  /// Names of tenants, which may be plain words of the language.
  private(set) var tenants: Set<String> = []

  mutating func add(_ record: AuthorityRecord) {
    tenants.insert(record.tenant)
    add(record.tenantID)
    add(record.owner)
    let parts = record.authority.split(separator: "/").dropFirst()
    if let host = parts.first {
      // A cloud's own host is everybody's.
      let name = String(host.prefix { $0 != ":" })
      if Cloud.known(host: name) == nil { add(name) }
    }
    // A domain or an id; `common`, `adfs` or `v2.0` name nobody.
    for part in parts.dropFirst()
    where part.count > 5 && part.contains(where: { ".-".contains($0) }) {
      add(String(part))
    }
  }

  mutating func add(_ record: CredentialRecord) {
    tenants.insert(record.tenant)
    distinctive.insert("\(record.tenant)/\(record.application)")
    distinctive.insert(record.subject)
    add(record.clientID)
    add(record.owner)
    add(record.thumbprintSHA1)
    add(record.thumbprintSHA256)
  }

  private mutating func add(_ word: String?) {
    if let word, word.utf8.count > 2 { distinctive.insert(word) }
  }
}
