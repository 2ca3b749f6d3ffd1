/// Another run is under way on the same database.
package struct LockHeld: Error, Sendable, Hashable, CustomStringConvertible {
  /// The database, as the user named it.
  package let path: String
  /// The process that holds it, where it could be read.
  package let pid: Int32?

  package init(path: String, pid: Int32?) {
    self.path = path
    self.pid = pid
  }

  package var description: String {
    let holder = pid.map { " by process \($0)" } ?? ""
    return "another run is under way on database '\(path)'\(holder)"
  }
}
