extension SuppressionTally {
  /// Characters of a reason that a notice repeats.
  private static let reason = 200

  /// What became of the suppressions so far, for their notices.
  package var account: SuppressionAccount {
    SuppressionAccount(
      entries: book.rules.indices.map(entry), planned: planned, known: known)
  }

  private func entry(_ place: Int) -> SuppressionAccount.Entry {
    let rule = book.rules[place]
    let entry = rule.entry
    var subject = entry.tenant
    if entry.application != nil || entry.credential != nil {
      subject += "/\(entry.application ?? "*")"
    }
    if let credential = entry.credential { subject += "/\(credential)" }
    return SuppressionAccount.Entry(
      subject: "\(PrintableText.clean(entry.location.file)):\(entry.location.line): "
        + "the suppression of \(entry.check) at \(subject)",
      answer: "\(entry.owner): \(PrintableText.clean(entry.reason, limit: Self.reason))",
      until: entry.until, tenant: tenant(of: place), hasChecks: !rule.checks.isEmpty,
      near: counts[place].inInventory > 0 || tenants.contains(where: rule.names)
        ? nil : Suggestion.hint(for: entry.tenant, among: tenants),
      daysLeft: rule.daysLeft, count: counts[place])
  }

  /// The one tenant that it is about. Where there are several, or none, its own words: a pattern is no
  /// tenant's name, so that no report of one customer shows it and the other customers in its reason.
  private func tenant(of place: Int) -> String {
    let fitting = tenants.filter(book.rules[place].names)
    return fitting.count == 1 ? fitting[0] : book.rules[place].entry.tenant
  }
}
