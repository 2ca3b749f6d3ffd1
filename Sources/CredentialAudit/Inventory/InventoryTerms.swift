/// What holds for the credentials of a tenant or an application that are not declared one by one: those
/// that only the directory knows.
package struct InventoryTerms: Sendable, Hashable {
  package let thresholds: ExpiryThresholds
  package let owner: String?
  package let runbook: String?
  package let tags: [String]
  /// Unknown for longer than this is critical.
  package let unknownFor: Days

  package init(
    thresholds: ExpiryThresholds = ExpiryThresholds(), owner: String? = nil,
    runbook: String? = nil, tags: [String] = [], unknownFor: Days = Days(3)
  ) {
    self.thresholds = thresholds
    self.owner = owner
    self.runbook = runbook
    self.tags = tags
    self.unknownFor = unknownFor
  }

  init(_ settings: InheritedSettings, runbook: String? = nil, tags: [String]) {
    self.init(
      thresholds: settings.thresholds, owner: settings.owner, runbook: runbook, tags: tags,
      unknownFor: settings.unknownFor)
  }
}
