package import Foundation

/// One execution: when, by which version, over which inventory, with which scope, complete or not.
package struct AuditRun: Sendable, Hashable {
  /// A UUID in lower case.
  package let id: String
  package let startedAt: Date
  /// Nil while it runs and where it was killed.
  package var finishedAt: Date?
  package let toolVersion: String
  package let inventoryPath: String
  /// Lower-case hex over the bytes of the inventory and its includes.
  package let inventorySHA256: String
  package var complete: Bool
  package let offline: Bool
  package var scope: RunScope
  /// When it was pruned: what is left of it is what was some subject's last state.
  package var prunedAt: Date?
  /// What this is a part of; nil for a whole run.
  package var part: RunPart?
  /// What the auditor itself looked like: name and value, in a fixed order.
  package var auditor: Evidence

  package init(
    id: String, startedAt: Date, finishedAt: Date? = nil, toolVersion: String,
    inventoryPath: String, inventorySHA256: String, complete: Bool = false, offline: Bool,
    scope: RunScope, prunedAt: Date? = nil, auditor: Evidence = [:]
  ) {
    self.id = id
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.toolVersion = toolVersion
    self.inventoryPath = inventoryPath
    self.inventorySHA256 = inventorySHA256
    self.complete = complete
    self.offline = offline
    self.scope = scope
    self.prunedAt = prunedAt
    self.auditor = auditor
  }
}
