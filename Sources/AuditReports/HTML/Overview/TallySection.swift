import CredentialAudit

/// Totals per tenant and per owner, the worst of each.
struct TallySection {
  static let linesShown = 10
  private static let columns: [RowStanding] = [.critical, .unknown, .warning, .pass]

  let digest: RunDigest

  /// For the `tallies` template.
  var values: TemplateValues {
    var values = TemplateValues()
    values.set(
      "tallies",
      [
        table("By tenant", "Tenant", filter: "tenant", digest.tenants, plural: "tenants"),
        table("By owner", "Owner", filter: "owner", digest.owners, plural: "owners"),
      ])
    return values
  }

  private func table(
    _ title: String, _ column: String, filter: String, _ tally: SubjectTally, plural: String
  ) -> TemplateValues {
    var values = TemplateValues()
    values.set("tally_title", title)
    values.set("tally_column", column)
    values.set("tally_amount", Wording.number(tally.total))
    values.set("tally_filter", filter)
    let lines = tally.worst(Self.linesShown)
    values.set("lines", lines.map(Self.values))
    let more = tally.total - lines.count
    values.set(
      "tally_more",
      more > 0
        ? "and \(Wording.number(more)) \(more == 1 ? column.lowercased() : plural) more: "
          + "the worst are here, the filters below know the others" : nil)
    return values
  }

  private static func values(of line: SubjectTally.Line) -> TemplateValues {
    var values = CountTable.row(
      line.name,
      Dictionary(
        uniqueKeysWithValues: RowStanding.allCases.map { ($0, line.counts[keyPath: $0.count]) }),
      columns: columns)
    values.set("line_name", line.name, maximum: SubjectRow.longestName)
    values.set("line_total", Wording.number(line.counts.total))
    return values
  }
}
