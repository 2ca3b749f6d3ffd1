import CredentialAudit

/// A link's target within the page.
enum Anchor {
  /// The same for the same subject in every run, and plain letters whatever its name: FNV-1a over
  /// the name, which only has to tell subjects apart.
  static func of(_ subject: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in subject.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return "s-" + String(hash, radix: 36)
  }

  static func of(_ credential: CredentialRecord) -> String { of(credential.subject) }
  static func of(_ authority: AuthorityRecord) -> String { of("\(authority.tenant)//authority") }
}
