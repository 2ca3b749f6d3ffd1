package import Foundation

/// One application as a draft names it.
package struct DraftApplication: Sendable, Hashable {
  package let name: String
  package let clientID: UUID
  /// The first of the directory's owners; nil where it names none or its users may not be read.
  package let owner: String?
  package let credentials: [DraftCredential]
}
