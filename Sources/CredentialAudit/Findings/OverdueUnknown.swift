import Foundation

extension Finding {
  /// The same finding as critical, after it could not be looked at for longer than the inventory's
  /// `unknown_for` bears: what nobody can see for days is not well until shown otherwise.
  func overdue(since: Date, limit: Days) -> Finding {
    Finding(
      check: check, verdict: .critical, code: code, class: `class`,
      // The same words every night, so that they are stored once.
      summary: "could not be looked at since \(since.rfc3339), for longer than "
        + "\(limit.count.of("day")): \(summary)",
      cause: cause,
      fix: ["Somebody must look: no run could look at it for longer than unknown_for allows.", fix]
        .compactMap(\.self).joined(separator: " "),
      evidence: evidence, retryable: retryable, suppressed: suppressed)
  }
}
