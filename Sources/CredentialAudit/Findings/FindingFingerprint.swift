import Crypto

extension FindingIdentity {
  /// A name for this question about this subject that stays the same from run to run and from machine
  /// to machine, for links and for tools that keep track of findings by themselves.
  /// - Parameter subject: Whose finding it is.
  /// - Returns: A SHA-256 in lower-case hex.
  package func fingerprint(of subject: SubjectName) -> String {
    let words =
      ["credaudit.finding/1", subject.kind] + subject.parts + [check.rawValue]
      + evidence.flatMap { [$0.name, $0.value] } + [String(number)]
    var bytes: [UInt8] = []
    for word in words {
      // With its length before it, no text can look like the end of one and the start of the next.
      bytes += "\(word.utf8.count):".utf8
      bytes += word.utf8
    }
    return SHA256.hash(data: bytes).text
  }
}

extension Finding {
  /// The fingerprint of its identity, see ``FindingIdentity/fingerprint(of:)``.
  /// - Parameters:
  ///   - subject: Whose finding it is.
  ///   - number: Its number among those of its check with equal evidence, from 0; ``Swift/Array``'s
  ///     `fingerprints(of:)` counts them.
  /// - Returns: A SHA-256 in lower-case hex.
  package func fingerprint(of subject: SubjectName, number: Int = 0) -> String {
    let alone = FindingIdentity(of: self)
    return FindingIdentity(check: check, evidence: alone.evidence, number: number)
      .fingerprint(of: subject)
  }
}

extension [Finding] {
  /// The fingerprints of all findings of a subject: all of them, because they are numbered.
  /// - Parameter subject: Whose findings they are.
  /// - Returns: One for each, in their order; no two are equal.
  package func fingerprints(of subject: SubjectName) -> [String] {
    identities.map { $0.fingerprint(of: subject) }
  }
}
