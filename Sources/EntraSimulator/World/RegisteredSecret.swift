package import Foundation

/// A client secret as a directory registers it.
package struct RegisteredSecret: Sendable {
  package var value: String
  package var start: Date
  package var end: Date

  package init(_ value: String, start: Date = .distantPast, end: Date = .distantFuture) {
    self.value = value
    self.start = start
    self.end = end
  }
}
