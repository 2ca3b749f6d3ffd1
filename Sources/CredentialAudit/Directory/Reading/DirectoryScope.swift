package import Foundation

/// Which applications of a directory are read.
package enum DirectoryScope: Sendable, Hashable {
  /// All that are registered in the tenant, and the service principals that stand for them.
  case all
  /// Those with these client ids, and their service principals wherever the application is registered.
  case applications([UUID])
}
