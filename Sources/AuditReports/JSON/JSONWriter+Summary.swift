import CredentialAudit

extension JSONWriter {
  /// The totals, as `summary`.
  func write(_ summary: RunSummary) throws {
    try object("summary") {
      try write("authorities", summary.authorities)
      try write("credentials", summary.credentials)
    }
  }

  private func write(_ name: String, _ counts: RunSummary.Counts) throws {
    try object(name) {
      try number("total", counts.total)
      try number("pass", counts.pass)
      try number("warning", counts.warning)
      try number("critical", counts.critical)
      try number("unknown", counts.unknown)
      try number("skipped", counts.skipped)
      try number("suppressed", counts.suppressed)
    }
  }
}
