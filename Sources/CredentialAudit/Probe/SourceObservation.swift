package import EntraIdentity

/// What came of reading a credential from where the inventory says it is.
package enum SourceObservation: Sendable {
  /// It was read and can be used.
  case read(SourceFacts)
  /// The reference could not be read.
  case unreadable(SourceProblem)
  /// It was read, and what was read cannot be used.
  case unusable(CredentialProblem, remarks: [SourceRemark])
  /// There is nothing to read: the platform that the run is on keeps the key; what its variables say
  /// against asking it.
  case kept(by: ManagedIdentitySource, problem: PlatformProblem?)
  /// It was not looked at; the code that says why.
  case notRead(code: String)
}
