/// Where a federated assertion is to be read from, at the moment of use.
package enum AssertionReference: Sendable, Hashable {
  case reference(SecretReference)
  case managedIdentity(ManagedIdentityReference)
}
