/// How often in a row the service took a newer credential while the older one was still there.
package struct RotationCount: Sendable, Hashable {
  /// What a try in one run came to.
  package enum Trial: Sendable, Hashable {
    /// The service gave tokens for it, and they were what was asked for.
    case taken
    /// It did not, or they were not.
    case refused
    /// It was not tried, or nobody could tell.
    case untold
  }

  /// So many runs in a row, on as many days: a week of nights, in which whatever runs once a week has
  /// met the newer one too. Runs over a part of the inventory do not count, nor does a second run of
  /// one day: seven tries of one hour prove no more than one.
  package static let enough = 7

  /// The key id of what was taken, in lower case.
  package let entry: String
  /// At most ``enough``.
  package let runs: Int
  /// The day, in UTC, of the last run that counted.
  package let countedOn: String?

  package init(of entry: String, runs: Int = 0, countedOn: String? = nil) {
    self.entry = entry
    self.runs = runs
    self.countedOn = countedOn
  }

  package var isEnough: Bool { runs >= Self.enough }

  /// Counts one more try.
  /// - Parameters:
  ///   - trial: What came of the try.
  ///   - day: The day of the run, in UTC.
  ///   - isWhole: Whether the run was asked for all of the inventory.
  /// - Returns: The count after it. A refusal begins it anew; what could not be tried, and a run that
  ///   does not count, leave it as it is.
  package func after(_ trial: Trial, on day: String, isWhole: Bool) -> RotationCount {
    switch trial {
    case .refused: return RotationCount(of: entry)
    case .untold: return self
    case .taken:
      guard isWhole, !isEnough, countedOn != day else { return self }
      return RotationCount(of: entry, runs: runs + 1, countedOn: day)
    }
  }
}
