package import Foundation

/// Who owns an application, as far as the reader may know.
package struct DirectoryOwner: Sendable, Hashable {
  package let id: UUID
  /// Nil where the reader may not read users.
  package let displayName: String?
  /// A mail address, else the user principal name; nil where the reader may not read users.
  package let address: String?

  package init(id: UUID, displayName: String?, address: String?) {
    self.id = id
    self.displayName = displayName
    self.address = address
  }
}
