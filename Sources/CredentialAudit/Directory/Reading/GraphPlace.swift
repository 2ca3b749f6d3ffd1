/// What is being read, for the failure that ends it.
struct GraphPlace: Sendable {
  /// `applications`, `servicePrincipals`, `owners`, …
  let collection: String
  /// From 1.
  var page = 1

  /// The permission that allows it.
  var permission: GraphPermission {
    [GraphQuery.policy, GraphQuery.exceptions].contains(collection) ? .policy : .application
  }

  func failure(_ reason: DirectoryFailure.Reason) -> DirectoryFailure {
    DirectoryFailure(collection: collection, page: page, reason: reason)
  }
}
