import CredentialAudit

/// The run that the parts of a group make, as it is chosen from all databases.
struct JoinedRun {
  let group: ShardGroup
  /// The copy of each part that counts, by the part's number.
  private(set) var parts: [Int: RunCopy] = [:]
  /// Attempts at a part beside the one that counts, by their ids.
  private(set) var others: [String: RunCopy] = [:]
  /// Whether one of the files has a part of it that was not put together with others before.
  private(set) var isAsked = false

  init(_ group: ShardGroup) {
    self.group = group
  }

  /// One run, one moment: the parts' first.
  var startedAt: Int64 { parts.values.map(\.startedAt).min() ?? 0 }

  /// Whether anything of it comes from a file, or is in the target by itself still.
  var isChanged: Bool {
    parts.values.contains { $0.place != .target || !$0.isJoined }
  }

  /// Whether one database has it all put together.
  var isOneCopy: Bool {
    let holders = Set(parts.values.map { [$0.place: $0.rowID] })
    return holders.count == 1 && parts.values.allSatisfy(\.isJoined)
  }

  /// Whether a part of it was pruned, and no fuller copy was found.
  var isPruned: Bool { parts.values.contains(where: \.isPruned) }

  mutating func add(_ copy: RunCopy, index: Int) {
    if copy.place != .target, !copy.isJoined { isAsked = true }
    guard let chosen = parts[index] else {
      parts[index] = copy
      return
    }
    if chosen.run == copy.run {
      if copy.isFuller(than: chosen) { parts[index] = copy }
      return
    }
    // What is complete and has been reported as a part of this run stays it.
    let isSettled = chosen.place == .target && chosen.isJoined && chosen.complete
    if !isSettled, copy.counts(before: chosen) {
      keep(chosen)
      parts[index] = copy
      others[copy.run] = nil
    } else {
      keep(copy)
    }
  }

  private mutating func keep(_ copy: RunCopy) {
    guard let known = others[copy.run] else {
      others[copy.run] = copy
      return
    }
    if copy.isFuller(than: known) { others[copy.run] = copy }
  }
}
