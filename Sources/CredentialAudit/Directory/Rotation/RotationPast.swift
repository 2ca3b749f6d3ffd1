/// What the runs before told of the credentials of one application, as far as the next run is judged
/// by it. It is kept in the evidence of `directory.credential`, from run to run.
package struct RotationPast: Sendable, Hashable {
  /// Where the rotation stood when that was last told; nil where only the count is kept.
  package let step: RotationStep?
  /// Of the credential that was in use; nil where that was never told.
  package let count: RotationCount?
  /// The key ids of the older ones that were there, in lower case.
  package let older: [String]
  /// The day, in UTC, since when more secrets are alive than the inventory declares.
  package let severalSince: String?

  package init(
    step: RotationStep? = nil, count: RotationCount? = nil, older: [String] = [],
    severalSince: String? = nil
  ) {
    self.step = step
    self.count = count
    self.older = older
    self.severalSince = severalSince
  }

  /// Reads what a finding of the last run has; nil where that tells nothing of it.
  package init?(_ evidence: Evidence) {
    // What was only carried along is older than what that run saw of itself, and goes on.
    let isCarried = evidence[Name.carried + Name.entry] != nil
    let value = { (name: String) in evidence[isCarried ? Name.carried + name : name] }
    let step = value(Name.step).flatMap(RotationStep.init)
    let entry = evidence[Name.newer] ?? (step == nil ? nil : value(Name.entry))
    severalSince = evidence[Name.several] ?? evidence[Name.carried + Name.several]
    guard entry != nil || severalSince != nil else { return nil }
    self.step = step
    count = entry.map { entry in
      RotationCount(
        of: entry, runs: value(Name.runs).flatMap { Int($0) } ?? 0, countedOn: value(Name.day))
    }
    older = value(Name.older)?.split(separator: " ").map(String.init) ?? []
  }

  /// Whether there is nothing that the next run has to know.
  var isOver: Bool {
    (count == nil || (step == .one || step == .removed) && older.isEmpty) && severalSince == nil
  }

  /// What was told before and not again in this run, each under a name that says so.
  var carried: [Evidence.Item] {
    guard !isOver else { return [] }
    var items = evidence.items
    if let count { items.insert(Evidence.Item(name: Name.entry, value: count.entry), at: 0) }
    return items.map { Evidence.Item(name: Name.carried + $0.name, value: $0.value) }
  }

  /// What was told in this run; the entry in use has an item of its own already.
  var evidence: Evidence {
    var evidence: Evidence = [:]
    evidence.add(Name.step, step?.rawValue)
    if let count, count.runs > 0 {
      evidence.add(Name.runs, String(count.runs))
      evidence.add(Name.day, count.countedOn)
    }
    evidence.add(Name.older, older.isEmpty ? nil : older.joined(separator: " "))
    evidence.add(Name.several, severalSince)
    return evidence
  }

  /// How the items are called.
  enum Name {
    static let step = "rotation"
    static let entry = "key_id"
    static let runs = "rotation_runs"
    static let day = "rotation_counted_on"
    static let older = "older_key_ids"
    static let removed = "removed_key_ids"
    static let next = "next_step"
    static let newer = "newer_key_id"
    static let several = "several_since"
    /// Before what an earlier run told and this one did not.
    static let carried = "last_"
  }
}

extension [Finding] {
  /// The findings of a run that could tell nothing of a rotation, with what was told before: a night
  /// without the directory makes nothing forgotten.
  func carrying(_ past: RotationPast?) -> [Finding] {
    guard let past, let first, !past.isOver else { return self }
    return [first.adding(past.carried)] + dropFirst()
  }
}
