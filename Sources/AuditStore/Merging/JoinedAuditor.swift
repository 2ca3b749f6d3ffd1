import CredentialAudit

/// What the auditors of a run looked like that was put together: what they have in common once, and
/// what they have not with the parts that it holds for.
enum JoinedAuditor {
  /// Of one name, so many values are told apart: a report is no list of a thousand machines.
  private static let shown = 8

  static func evidence(of facts: JoinedFacts) -> Evidence {
    var names: [String] = []
    var values: [String: [(value: String, parts: [Int])]] = [:]
    for part in facts.parts {
      for item in part.auditor.items {
        if values[item.name] == nil { names.append(item.name) }
        let known = values[item.name]?.firstIndex { $0.value == item.value }
        if let known {
          if values[item.name]?[known].parts.last != part.index {
            values[item.name]?[known].parts.append(part.index)
          }
        } else {
          values[item.name, default: []].append((item.value, [part.index]))
        }
      }
    }
    var evidence: Evidence = [
      "parts": "\(facts.parts.count) of \(facts.count)"
    ]
    for name in names {
      let found = values[name] ?? []
      for (value, parts) in found.prefix(shown) {
        let isOfAll = parts.count == facts.parts.count
        evidence.add(name, isOfAll ? value : "\(value) (\(JoinedNotices.names(parts)))")
      }
      let rest = found.count - shown
      if rest > 0 { evidence.add(name, "and \(rest) more") }
    }
    return evidence
  }
}
