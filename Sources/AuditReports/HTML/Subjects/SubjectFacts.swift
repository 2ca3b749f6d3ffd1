import CredentialAudit

/// What more is known of a subject, for who opens its row.
enum SubjectFacts {
  typealias Fact = (name: String, value: String)
  private static let longestList = 12

  static func of(_ authority: AuthorityRecord) -> [Fact] {
    CourseWords.facts(authority.course, authority.verdict)
      + known([
        ("Tenant id", authority.tenantID), ("Cloud", authority.cloud),
        ("Inventory", place(authority.location)),
      ])
  }

  static func of(_ credential: CredentialRecord) -> [Fact] {
    let findings = credential.findings
    return CourseWords.facts(credential.course, credential.verdict)
      + known([
        ("Rotation", credential.rotation.flatMap(rotation)),
        ("Source", says("source", findings) ? nil : credential.source),
        ("Client id", credential.clientID),
        ("Thumbprint SHA-256", credential.thumbprintSHA256),
        ("Thumbprint SHA-1", credential.thumbprintSHA1), ("May do", list(credential.roles)),
        ("End known from", says("expires_from", findings) ? nil : credential.expiresFrom),
        ("Inventory", place(credential.location)),
      ])
  }

  /// Where only one is there is nothing to tell.
  private static func rotation(_ standing: RotationStanding) -> String? {
    standing.step == .one ? nil : Wording.capitalized(standing.words)
  }

  private static func known(_ facts: [(String, String?)]) -> [Fact] {
    facts.compactMap { name, value in value.map { (name, $0) } }
  }

  /// Whether some finding's evidence has it, which stands beside the facts.
  private static func says(_ name: String, _ findings: [Finding]) -> Bool {
    findings.contains { $0.evidence[name] != nil }
  }

  private static func place(_ location: SourceLocation?) -> String? {
    location.map { "\($0.file):\($0.line):\($0.column)" }
  }

  private static func list(_ words: [String]?) -> String? {
    guard let words, !words.isEmpty else { return nil }
    let more = words.count - longestList
    return words.prefix(longestList).joined(separator: ", ")
      + (more > 0 ? " and \(Wording.number(more)) more" : "")
  }
}
