/// Which identity of the machine or service is meant.
public enum ManagedIdentityID: Hashable, Sendable {
  /// The one that is made with the resource and goes with it.
  case system
  /// A user-assigned one, by its application's `client_id`.
  case clientID(String)
  /// A user-assigned one, by its Azure resource id, `/subscriptions/…`.
  case resourceID(String)
  /// A user-assigned one, by the object id of its service principal.
  case objectID(String)

  /// The id of a user-assigned identity; nil for the system's.
  public var value: String? {
    switch self {
    case .system: nil
    case .clientID(let id), .resourceID(let id), .objectID(let id): id
    }
  }
}
