package import EntraIdentity

/// What came of looking at the issuer that a federated credential names.
package enum IssuerLook: Sendable {
  /// It was asked, and this is what it says.
  case answered(AssertionIssuerAnswer)
  /// Nobody can be asked by what the directory has.
  case unaskable(AssertionIssuer.Problem)
  /// The tenant's directory names more than are asked in one run; how many.
  case beyond(limit: Int)
}
