import CredentialAudit

/// A link's target within the page: the same in every run, and plain letters whatever it stands for.
enum Anchor {
  static func of(_ credential: CredentialRecord) -> String { subject(credential.subject) }
  static func of(_ authority: AuthorityRecord) -> String {
    subject("\(authority.tenant)//authority")
  }

  /// One for each of a subject's findings, from its fingerprint: 64 bits of it tell those of one page
  /// apart.
  static func of(_ findings: [Finding], of subject: SubjectName) -> [String] {
    findings.fingerprints(of: subject).map { "f-" + $0.prefix(16) }
  }

  private static func subject(_ name: String) -> String { "s-" + hash(name) }

  /// FNV-1a over the name, which only has to tell subjects apart.
  private static func hash(_ name: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 36)
  }
}
