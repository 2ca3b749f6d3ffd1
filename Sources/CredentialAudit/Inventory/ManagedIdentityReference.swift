/// Which managed identity is meant.
package enum ManagedIdentityReference: Sendable, Hashable {
  case system
  case clientID(String)
  case resourceID(String)
  case objectID(String)

  /// For a person; an identity's id is no secret.
  var printable: String {
    switch self {
    case .system: "managed identity of the system"
    case .clientID(let id): "managed identity with client_id \(id)"
    case .resourceID(let id): "managed identity \(id)"
    case .objectID(let id): "managed identity with object_id \(id)"
    }
  }
}
