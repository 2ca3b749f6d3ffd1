import CredentialAudit

/// A tile for each verdict; each filters the rows.
struct TotalsSection {
  let summary: RunSummary

  /// For the `totals` template.
  var values: TemplateValues {
    var values = TemplateValues()
    let suppressed = summary.credentials.suppressed + summary.authorities.suppressed
    values.set(
      "tiles",
      RowStanding.allCases.filter { $0 != .suppressed || suppressed > 0 }.map(tile))
    let words = Wording.count(suppressed, "subject is", "subjects are")
    values.set(
      "suppressed_note",
      suppressed > 0
        ? "\(words) suppressed: somebody answers for all that is wrong with "
          + "\(suppressed == 1 ? "it" : "them"), and no other total counts "
          + "\(suppressed == 1 ? "it" : "them")." : nil)
    return values
  }

  private func tile(_ standing: RowStanding) -> TemplateValues {
    let credentials = summary.credentials[keyPath: standing.count]
    let authorities = summary.authorities[keyPath: standing.count]
    var values = TemplateValues()
    values.set("tile_word", standing.word)
    values.set("tile_empty", credentials + authorities == 0)
    values.set("tile_credentials", Wording.number(credentials))
    values.set("tile_credential_unit", credentials == 1 ? "credential" : "credentials")
    values.set(
      "tile_authorities", "and " + Wording.count(authorities, "authority", "authorities"))
    return values
  }
}
