package import EntraIdentity

/// Why a directory could not be read to its end.
package struct DirectoryFailure: Error, Sendable {
  /// What stopped the reading.
  package enum Reason: Sendable {
    /// No token came for the credential that reads.
    case noToken(IdentityError)
    /// The permission is missing: what would allow it.
    case permissionMissing(needed: String)
    /// Graph refused, by its own code.
    case refused(GraphRefusal)
    /// No whole answer came, or one that is not Graph's.
    case failed(IdentityError)
    /// A page could not be read; what is wrong with it.
    case malformed(String)
    /// A link leads to another host than the one that was asked; its name.
    case foreignLink(host: String)
    /// A link leads to a page that was read before.
    case loop
    /// There were other numbers of entries than were counted.
    case miscounted(expected: Int, found: Int)
    /// More than any directory has, or the time for it was over.
    case tooMuch(String)
  }

  /// What was being read: `applications`, `servicePrincipals`, `owners`, …
  package let collection: String
  /// Which page of it, from 1.
  package let page: Int
  package let reason: Reason

  package init(collection: String, page: Int, reason: Reason) {
    self.collection = collection
    self.page = page
    self.reason = reason
  }
}
