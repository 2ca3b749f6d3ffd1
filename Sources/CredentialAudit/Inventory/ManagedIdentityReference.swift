/// Which managed identity is meant.
package enum ManagedIdentityReference: Sendable, Hashable {
  case system
  case clientID(String)
  case resourceID(String)
  case objectID(String)
}
