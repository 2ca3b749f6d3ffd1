extension SuppressionTally {
  /// Days ahead from which on it is said that a suppression will lapse.
  private static let warning = 14
  /// Characters of a reason that a notice repeats.
  private static let reason = 200

  /// What is to be said of the suppressions at a run's end: first what is out of date, then what
  /// lapses soon, then what matched nothing, each in the inventory's order. A run over a part of the
  /// inventory says nothing of what is about the rest.
  ///
  /// - Parameters:
  ///   - complete: Whether all that the run was asked for was looked at.
  ///   - offline: Whether the network was left alone.
  /// - Returns: The notices.
  package func notices(complete: Bool, offline: Bool) -> [RunNotice] {
    let places = book.rules.indices.filter { isWhole || counts[$0].inPlan > 0 }
    return places.compactMap(expired) + places.compactMap(lapsing)
      + (complete && !offline ? places.compactMap(unused) : [])
  }

  private func expired(_ place: Int) -> RunNotice? {
    guard !book.rules[place].isInEffect else { return nil }
    let open = counts[place].open
    return notice(
      "suppression-expired", place,
      "ended with \(book.rules[place].entry.until) and has no effect; in this run it would have "
        + "silenced \(open == 0 ? "nothing more" : open.of("finding"))")
  }

  private func lapsing(_ place: Int) -> RunNotice? {
    let rule = book.rules[place]
    guard rule.isInEffect, rule.daysLeft <= Self.warning else { return nil }
    let matched = counts[place].matched
    let when = rule.daysLeft == 0 ? "today" : "in \(rule.daysLeft.of("day"))"
    return notice(
      "suppression-lapses", place,
      "ends with \(rule.entry.until), \(when); in this run it answers for "
        + (matched == 0 ? "nothing" : matched.of("finding")))
  }

  /// Nothing may be said to match nothing where not everything was looked at that it could match.
  private func unused(_ place: Int) -> RunNotice? {
    let (rule, count) = (book.rules[place], counts[place])
    guard rule.isInEffect, !rule.checks.isEmpty, count.matched == 0, !count.isObstructed,
      count.inPlan == count.inInventory
    else { return nil }
    guard count.inInventory == 0 else {
      return notice("suppression-unused", place, "matched nothing in this run")
    }
    let near =
      tenants.contains(where: rule.names)
      ? nil : Suggestion.hint(for: rule.entry.tenant, among: tenants)
    return notice(
      "suppression-unused", place,
      "fits nothing in the inventory" + (near.map { ": \($0)" } ?? ""))
  }

  private func notice(_ code: String, _ place: Int, _ what: String) -> RunNotice {
    let entry = book.rules[place].entry
    var subject = entry.tenant
    if entry.application != nil || entry.credential != nil {
      subject += "/\(entry.application ?? "*")"
    }
    if let credential = entry.credential { subject += "/\(credential)" }
    return RunNotice(
      code: code,
      message: "\(PrintableText.clean(entry.location.file)):\(entry.location.line): "
        + "the suppression of \(entry.check) at \(subject) \(what) "
        + "(\(entry.owner): \(PrintableText.clean(entry.reason, limit: Self.reason)))",
      tenant: tenant(of: place))
  }

  /// The one tenant that it is about. Where there are several, or none, its own words: a pattern is no
  /// tenant's name, so that no report of one customer shows it and the other customers in its reason.
  private func tenant(of place: Int) -> String {
    let fitting = tenants.filter(book.rules[place].names)
    return fitting.count == 1 ? fitting[0] : book.rules[place].entry.tenant
  }
}
