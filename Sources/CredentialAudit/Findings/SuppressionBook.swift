package import Foundation

/// Who answers for what in one run: the inventory's suppressions at the run's start.
package struct SuppressionBook: Sendable {
  /// In the inventory's order.
  let rules: [SuppressionRule]
  /// Places in `rules`, by the tenant that a rule names letter by letter.
  private var byTenant: [String: [Int]] = [:]
  /// Places of the rules whose tenant is a pattern.
  private var patterns: [Int] = []

  /// The suppressions of an inventory.
  /// - Parameters:
  ///   - inventory: Where they are written.
  ///   - start: The run's start; what was out of date by then has no effect.
  package init(_ inventory: Inventory, at start: Date) {
    self.init(inventory.suppressions, at: start)
  }

  init(_ suppressions: [InventorySuppression], at start: Date) {
    rules = suppressions.map { SuppressionRule($0, at: start) }
    for (place, rule) in rules.enumerated() {
      if Glob.isPattern(rule.entry.tenant) {
        patterns.append(place)
      } else {
        byTenant[rule.entry.tenant, default: []].append(place)
      }
    }
  }

  /// Where nobody answers for anything.
  package static let empty = SuppressionBook([], at: .distantPast)

  /// The findings of a subject, each with a note where somebody answers for it. Of several who do,
  /// the first in the inventory is named.
  package func applied(to findings: [Finding], of subject: SubjectName) -> [Finding] {
    let rules = places(fitting: subject).map { self.rules[$0] }.filter(\.isInEffect)
    guard !rules.isEmpty else { return findings }
    return findings.map { finding in
      var finding = finding
      finding.suppressed = rules.first { $0.answers(finding) }?.note
      return finding
    }
  }

  /// The places of the rules that fit a subject, whether in effect or not, in order.
  func places(fitting subject: SubjectName) -> [Int] {
    let exact = byTenant[subject.tenant] ?? []
    let candidates = exact.isEmpty ? patterns : (exact + patterns).sorted()
    return candidates.filter { rules[$0].fits(subject) }
  }
}
