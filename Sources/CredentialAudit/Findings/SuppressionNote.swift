/// Who answers for a finding, why and until when.
package struct SuppressionNote: Sendable, Hashable, Codable {
  package let reason: String
  package let owner: String
  /// The last day, `yyyy-mm-dd`.
  package let until: String

  package init(reason: String, owner: String, until: String) {
    self.reason = reason
    self.owner = owner
    self.until = until
  }
}
