/// What became of a run's suppressions, apart from the run: a part of a run leaves it behind for
/// whoever puts the parts together, because what is to be said of a suppression that is about several
/// parts no part knows.
package struct SuppressionAccount: Sendable, Hashable, Codable {
  /// What became of one suppression.
  struct Entry: Sendable, Hashable, Codable {
    /// The suppression in words, from its place to its check and whom it is about.
    let subject: String
    /// Who answers, and why.
    let answer: String
    let until: String
    /// Whose notices they are.
    let tenant: String
    /// Whether it names a check that this version asks.
    let hasChecks: Bool
    /// Another tenant that may be meant, as a question.
    let near: String?
    /// How many days are left, the last one being 0; less where it is out of date.
    var daysLeft: Int
    var count: SuppressionTally.Count
  }

  /// In the inventory's order.
  private(set) var entries: [Entry]
  /// How many subjects the run was asked for.
  private var planned: Int
  /// How many the inventory has.
  private let known: Int

  init(entries: [Entry], planned: Int, known: Int) {
    self.entries = entries
    self.planned = planned
    self.known = known
  }

  /// Whether the run was asked for everything in the inventory.
  var isWhole: Bool { planned == known }

  /// The account of the run that the parts make.
  /// - Returns: Nil where there is none, or where they were not told of the same suppressions.
  package static func joined(_ parts: [SuppressionAccount]) -> SuppressionAccount? {
    guard var whole = parts.first else { return nil }
    for part in parts.dropFirst() {
      guard part.isAboutTheSame(as: whole) else { return nil }
      whole.planned += part.planned
      for (place, entry) in part.entries.enumerated() {
        whole.entries[place].count.add(entry.count)
        // The parts start one after another; the run starts with the first.
        whole.entries[place].daysLeft = max(whole.entries[place].daysLeft, entry.daysLeft)
      }
    }
    return whole
  }

  private func isAboutTheSame(as other: SuppressionAccount) -> Bool {
    known == other.known
      && entries.map(\.subject) == other.entries.map(\.subject)
      && entries.map(\.answer) == other.entries.map(\.answer)
      && entries.map(\.until) == other.entries.map(\.until)
      && entries.map(\.count.inInventory) == other.entries.map(\.count.inInventory)
  }
}

extension SuppressionTally.Count {
  fileprivate mutating func add(_ other: Self) {
    inPlan += other.inPlan
    if let met = other.inDirectories { inDirectories = (inDirectories ?? 0) + met }
    matched += other.matched
    open += other.open
    isObstructed = isObstructed || other.isObstructed
  }
}
