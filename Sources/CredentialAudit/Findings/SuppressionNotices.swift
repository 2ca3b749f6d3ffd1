extension SuppressionTally {
  /// What is to be said of the suppressions at a run's end, as its account says it.
  ///
  /// - Parameters:
  ///   - complete: Whether all that the run was asked for was looked at.
  ///   - offline: Whether the network was left alone.
  /// - Returns: The notices.
  package func notices(complete: Bool, offline: Bool) -> [RunNotice] {
    account.notices(complete: complete, offline: offline)
  }
}

extension SuppressionAccount {
  /// The codes of what is said of suppressions.
  package static let codes: Set<String> = [
    "suppression-expired", "suppression-lapses", "suppression-unused",
  ]
  /// Days ahead from which on it is said that a suppression will lapse.
  private static let warning = 14

  /// What is to be said of the suppressions at a run's end: first what is out of date, then what
  /// lapses soon, then what matched nothing, each in the inventory's order. A run over a part of the
  /// inventory says nothing of what is about the rest.
  ///
  /// - Parameters:
  ///   - complete: Whether all that the run was asked for was looked at.
  ///   - offline: Whether the network was left alone.
  /// - Returns: The notices.
  package func notices(complete: Bool, offline: Bool) -> [RunNotice] {
    let entries = entries.filter { isWhole || $0.count.inPlan > 0 || $0.count.inDirectories != nil }
    return entries.compactMap(expired) + entries.compactMap(lapsing)
      + (complete && !offline ? entries.compactMap(unused) : [])
  }

  private func expired(_ entry: Entry) -> RunNotice? {
    guard entry.daysLeft < 0 else { return nil }
    let open = entry.count.open
    return notice(
      "suppression-expired", entry,
      "ended with \(entry.until) and has no effect; in this run it would have "
        + "silenced \(open == 0 ? "nothing more" : open.of("finding"))")
  }

  private func lapsing(_ entry: Entry) -> RunNotice? {
    guard (0...Self.warning).contains(entry.daysLeft) else { return nil }
    let matched = entry.count.matched
    let when = entry.daysLeft == 0 ? "today" : "in \(entry.daysLeft.of("day"))"
    return notice(
      "suppression-lapses", entry,
      "ends with \(entry.until), \(when); in this run it answers for "
        + (matched == 0 ? "nothing" : matched.of("finding")))
  }

  /// Nothing may be said to match nothing where not everything was looked at that it could match.
  private func unused(_ entry: Entry) -> RunNotice? {
    let count = entry.count
    guard entry.daysLeft >= 0, entry.hasChecks, count.matched == 0, !count.isObstructed,
      count.inPlan == count.inInventory
    else { return nil }
    guard count.inInventory == 0, count.inDirectories == nil else {
      return notice("suppression-unused", entry, "matched nothing in this run")
    }
    return notice(
      "suppression-unused", entry,
      "fits nothing in the inventory" + (entry.near.map { ": \($0)" } ?? ""))
  }

  private func notice(_ code: String, _ entry: Entry, _ what: String) -> RunNotice {
    RunNotice(
      code: code, message: "\(entry.subject) \(what) (\(entry.answer))", tenant: entry.tenant)
  }
}
