import CredentialAudit

/// A link's target within the page: the same in every run, and plain letters whatever it stands for.
enum Anchor {
  static func of(_ credential: CredentialRecord) -> String { subject(credential.subject) }
  static func of(_ authority: AuthorityRecord) -> String {
    subject("\(authority.tenant)//authority")
  }

  /// One for each of a subject's findings. Where two are the same question and answer, the second
  /// has a number behind it.
  static func of(_ findings: [Finding], of subject: String) -> [String] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let anchor = "f-" + hash("\(subject)\n\(finding.check.rawValue)\n\(finding.code)")
      seen[anchor, default: 0] += 1
      let place = seen[anchor, default: 1]
      return place == 1 ? anchor : "\(anchor)-\(place)"
    }
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
