import CredentialAudit

/// What a run looked at, as a line at the head of `credaudit.prom`. By it a run over a part sees
/// that it must not take the place of a run over more, whose alerts would be gone without a word.
enum MetricsScope {
  static let whole = "the whole inventory"
  private static let name = "scope: "
  /// Less than a comment may be long: what is cut a second time is no more what it was.
  private static let longest = 1_000

  /// The same for runs that look at the same, and for no others: what is cut ends with its hash.
  static func words(for scope: RunScope, isOffline: Bool) -> String {
    let parts: [(String, [String])] = [
      ("tenant", scope.tenants), ("application", scope.applications), ("owner", scope.owners),
      ("tag", scope.tags), ("shard", scope.shard.map { [$0] } ?? []),
    ]
    var words = parts.filter { !$0.1.isEmpty }
      .map { "\($0.0) \($0.1.sorted().joined(separator: ", "))" }
    if words.isEmpty { words = [whole] }
    let text = (words + (isOffline ? ["offline"] : [])).joined(separator: "; ")
    let cut = PrintableText.clean(text, maximum: longest)
    return text.unicodeScalars.count > longest ? cut + TextDigest.hex(of: text, bytes: 8) : cut
  }

  static func comment(of run: AuditRun) -> String {
    name + words(for: run.scope, isOffline: run.offline)
  }

  /// What a file's first lines say that it is about; nil where they say nothing of it.
  static func words(inHead head: String) -> String? {
    let prefix = "# " + name
    let line = head.split(separator: "\n").prefix(3).first { $0.hasPrefix(prefix) }
    return line.map { String($0.dropFirst(prefix.count)) }
  }
}
