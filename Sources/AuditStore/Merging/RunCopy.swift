import CredentialAudit

/// Where a run is read from.
enum RunPlace: Hashable {
  /// The database that is merged into.
  case target
  /// One of the files, by its number.
  case file(Int)
}

/// One of the copies of a run that the databases have, or of a part of one.
struct RunCopy {
  let place: RunPlace
  /// The row of the run that has it.
  let rowID: Int64
  /// The run's own id.
  let run: String
  let startedAt: Int64
  let hasEnd: Bool
  let complete: Bool
  let isPruned: Bool
  let rest: Int
  /// Whether it was already put together with other parts.
  let isJoined: Bool

  /// A run as a whole.
  init(_ entry: RunEntry, at place: RunPlace) {
    self.place = place
    rowID = entry.rowID
    run = entry.run
    startedAt = entry.startedAt
    hasEnd = entry.hasEnd
    complete = false
    isPruned = entry.isPruned
    rest = entry.rest
    isJoined = false
  }

  /// A part of a run.
  init(_ part: RunEntry.Part, of entry: RunEntry, at place: RunPlace) {
    self.place = place
    rowID = entry.rowID
    run = part.run
    startedAt = part.startedAt
    hasEnd = part.hasEnd
    complete = part.complete
    isPruned = entry.isPruned
    rest = entry.rest
    isJoined = entry.isJoined
  }

  /// Whether it has more of the same run than another copy. A copy that was made while the run was
  /// under way has less than one that was made later, and so has one from which a part was dropped.
  func isFuller(than other: RunCopy) -> Bool {
    if hasEnd != other.hasEnd { return hasEnd }
    if isPruned != other.isPruned { return !isPruned }
    // Of two that are whole there is nothing to choose.
    return !(hasEnd && !isPruned) && !isJoined && !other.isJoined && rest > other.rest
  }

  /// Whether this attempt at a part counts rather than another one: one that looked at everything, and
  /// of two of those the one that was put together with others already, or the first, because the
  /// second is another night's under a name that was used twice. Of those that were cut short, the
  /// last.
  func counts(before other: RunCopy) -> Bool {
    if complete != other.complete { return complete }
    if hasEnd != other.hasEnd { return hasEnd }
    if complete, isJoined != other.isJoined { return isJoined }
    if startedAt != other.startedAt {
      return complete ? startedAt < other.startedAt : startedAt > other.startedAt
    }
    return run < other.run
  }
}
