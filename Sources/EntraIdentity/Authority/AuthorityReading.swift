/// All that can be said about an authority's text without asking anybody.
public struct AuthorityReading: Hashable, Sendable {
  /// The text as it was written.
  public let written: String
  /// The authority; nil exactly where there are problems.
  public let authority: Authority?
  /// The family, as far as the text shows one even if it is unusable.
  public let kind: AuthorityKind?
  /// The cloud that the host belongs to, even if the text is unusable.
  public let cloud: Cloud?
  /// What makes it unusable, every problem once.
  public let problems: [AuthorityProblem]
  /// What is odd about it.
  public let remarks: [AuthorityRemark]

  /// The text as a report may show it: printable, cut, and without user info, which may be
  /// somebody's password.
  public var shown: String {
    guard written.utf8.contains(UInt8(ascii: "@")) else { return written.printable(limit: 2048) }
    let start = written.firstRange(of: "://")?.upperBound ?? written.startIndex
    let end = written[start...].firstIndex { "/?#\\".contains($0) } ?? written.endIndex
    guard let at = written[start..<end].lastIndex(of: "@") else {
      return written.printable(limit: 2048)
    }
    return (written[..<start] + "..." + written[at...]).printable(limit: 2048)
  }
}

extension Authority {
  /// Reads an authority and tells everything that is wrong or odd about it.
  /// - Parameters:
  ///   - written: The URL as somebody wrote it.
  ///   - declared: What they say it is.
  /// - Returns: The authority, or its problems, and in both cases its remarks.
  public static func read(
    _ written: String, kind declared: AuthorityKind? = nil
  ) -> AuthorityReading {
    var reader = AuthorityReader(written: written, declared: declared)
    return reader.read()
  }
}
