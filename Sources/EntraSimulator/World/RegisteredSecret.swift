package import Foundation

/// A client secret as a directory registers it.
package struct RegisteredSecret: Sendable {
  package var value: String
  package var start: Date
  package var end: Date
  /// The portal's "Secret ID", by which Graph lists it.
  package var keyID: String
  package var displayName: String?

  package init(
    _ value: String, start: Date = .distantPast, end: Date = .distantFuture,
    keyID: String = GUID.random(), displayName: String? = nil
  ) {
    self.value = value
    self.start = start
    self.end = end
    self.keyID = keyID
    self.displayName = displayName
  }
}
