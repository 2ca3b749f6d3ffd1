package import Foundation

/// An app registration as the directory has it.
package struct DirectoryApplication: Sendable, Hashable {
  package let objectID: UUID
  /// The client id.
  package let appID: UUID
  /// As somebody wrote it: untrusted, and not unique.
  package let displayName: String?
  package let createdAt: Date?
  /// When it was deleted; it is purged 30 days later. Nil for one that is there.
  package let deletedAt: Date?
  /// Whether its owner or Microsoft has disabled it.
  package let isDisabled: Bool
  package let passwords: [DirectoryPassword]
  package let keys: [DirectoryKey]
  /// Nil where they were not asked for.
  package let federations: [DirectoryFederation]?
  /// Nil where they were not asked for; at most twenty come with a list.
  package let owners: [DirectoryOwner]?

  package init(
    objectID: UUID, appID: UUID, displayName: String?, createdAt: Date?, deletedAt: Date?,
    isDisabled: Bool, passwords: [DirectoryPassword], keys: [DirectoryKey],
    federations: [DirectoryFederation]?, owners: [DirectoryOwner]?
  ) {
    self.objectID = objectID
    self.appID = appID
    self.displayName = displayName
    self.createdAt = createdAt
    self.deletedAt = deletedAt
    self.isDisabled = isDisabled
    self.passwords = passwords
    self.keys = keys
    self.federations = federations
    self.owners = owners
  }
}
