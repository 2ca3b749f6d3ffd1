extension CredentialRecord {
  /// What the directory calls the application, cleaned; nil where it was not read or has no name.
  package var applicationDisplayName: String? { displayName(in: .directoryApplication) }

  /// What the directory calls the credential, cleaned; nil where it was not read or has no name.
  package var credentialDisplayName: String? { displayName(in: .directoryCredential) }

  private func displayName(in check: CheckID) -> String? {
    findings.lazy.filter { $0.check == check }.compactMap { $0.evidence["display_name"] }.first
  }
}
