/// What of a directory Graph is asked for, as scripts and logs name it.
package enum GraphCollection: String, Sendable, Hashable, CaseIterable {
  case applications
  case servicePrincipals
  case federatedIdentityCredentials
  case owners
  case deletedItems
  case policies
  /// Policies for single applications, and whom each is for.
  case appManagementPolicies
  case organization
  /// A `$batch` as a whole; its members count as what they ask for.
  case batch
}
