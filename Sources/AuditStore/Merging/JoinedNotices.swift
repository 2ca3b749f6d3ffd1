import CredentialAudit

/// What is to be said of a run that was put together: first what it lacks, then what its parts said,
/// once each, then of suppressions what only all parts together tell.
struct JoinedNotices {
  /// So many parts are named; of more, how many there are.
  private static let named = 20

  let facts: JoinedFacts
  let offline: Bool

  /// - Parameter renamed: What looks renamed, found over all parts.
  /// - Returns: The notices, in their order.
  func all(renamed: [RunNotice]) -> [RunNotice] {
    lacks + ofParts + renamed + suppressions
  }

  private var lacks: [RunNotice] {
    var notices: [RunNotice] = []
    let count = facts.count
    if !facts.missing.isEmpty {
      notices.append(
        RunNotice(
          code: "shards-missing",
          message: "of \(count.of("part")), \(Self.names(facts.missing)) "
            + "\(facts.missing.count == 1 ? "is" : "are") missing: what belongs there was not "
            + "looked at or was not merged"))
    }
    if !facts.unfinished.isEmpty {
      notices.append(
        RunNotice(
          code: "shards-incomplete",
          message: "of \(count.of("part")), \(Self.names(facts.unfinished)) did not look at "
            + "everything"))
    }
    if !facts.haveOneInventory {
      notices.append(
        RunNotice(
          code: "shards-differ",
          message: "the parts read different inventories: "
            + differences { "sha256 \($0.inventorySHA256.prefix(12))" }))
    }
    if Set(facts.parts.map(\.toolVersion)).count > 1 {
      notices.append(
        RunNotice(
          code: "shards-differ",
          message: "the parts were run by different versions: "
            + differences { $0.toolVersion }))
    }
    return notices
  }

  private var ofParts: [RunNotice] {
    var said: Set<RunNotice> = []
    return facts.parts.flatMap(\.notices).filter { notice in
      notice.code != "looks-renamed" && !SuppressionAccount.codes.contains(notice.code)
        && said.insert(notice).inserted
    }
  }

  /// Of a part without an account, and of parts that were not told the same, what they said themselves.
  private var suppressions: [RunNotice] {
    let accounts = facts.parts.compactMap(\.suppressions)
    if let joined = SuppressionAccount.joined(accounts) {
      let others = facts.parts.filter { $0.suppressions == nil }
      return joined.notices(complete: facts.isComplete, offline: offline) + said(by: others)
    }
    return said(by: facts.parts)
  }

  private func said(by parts: [JoinedFacts.Part]) -> [RunNotice] {
    var said: Set<RunNotice> = []
    return parts.flatMap(\.notices).filter { notice in
      SuppressionAccount.codes.contains(notice.code) && said.insert(notice).inserted
    }
  }

  private func differences(_ fact: (JoinedFacts.Part) -> String) -> String {
    var parts: [String: [Int]] = [:]
    for part in facts.parts { parts[fact(part), default: []].append(part.index) }
    return parts.sorted { $0.value[0] < $1.value[0] }
      .map { "\($0.key) (\(Self.names($0.value)))" }.joined(separator: ", ")
  }

  /// `part 3`, `parts 3, 5`.
  static func names(_ indices: [Int]) -> String {
    let shown = indices.prefix(named).map(String.init).joined(separator: ", ")
    let rest = indices.count - named
    return "\(indices.count == 1 ? "part" : "parts") \(shown)"
      + (rest > 0 ? " and \(rest) more" : "")
  }
}
