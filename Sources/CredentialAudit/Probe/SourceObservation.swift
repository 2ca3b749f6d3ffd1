package import EntraIdentity

/// What came of reading a credential from where the inventory says it is.
package enum SourceObservation: Sendable {
  /// It was read and can be used.
  case read(SourceFacts)
  /// The reference could not be read.
  case unreadable(SourceProblem)
  /// It was read, and what was read cannot be used.
  case unusable(CredentialProblem, remarks: [SourceRemark])
  /// It was not looked at; the code that says why.
  case notRead(code: String)
}
