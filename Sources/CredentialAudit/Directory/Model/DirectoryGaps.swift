/// What a directory that was read to its end leaves open, so that nobody takes it for looked at.
package struct DirectoryGaps: Sendable, Hashable {
  /// Lists whose length the service does not tell (B2C directories): that they are whole rests on
  /// their links alone.
  package var uncounted: [String] = []
  /// Why the tenant's rules were not read: Graph's code, or what is wrong with them; nil where they
  /// were.
  package var policy: String?
  /// Why the rules for single applications were not read, where the tenant's own were; nil where they
  /// were too.
  package var exceptions: String?
  /// Service principals of applications that are registered elsewhere and hold credentials here: each
  /// is a way in that the application's owner did not give.
  package var foreignHolders = 0
  /// Deleted applications that could not be read: what was declared may be among them.
  package var unreadDeleted = 0

  package init() {}
}
