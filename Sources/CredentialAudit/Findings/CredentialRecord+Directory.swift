extension CredentialRecord {
  /// What the directory calls the application, cleaned; nil where it was not read or has no name.
  package var applicationDisplayName: String? {
    displayName(in: .directoryApplication, else: GoneNames.application)
  }

  /// What the directory calls the credential, cleaned; nil where it was not read or has no name.
  package var credentialDisplayName: String? {
    displayName(in: .directoryCredential, else: GoneNames.credential)
  }

  /// What people call it, where its own names are ids: the directory's words in quotation marks, so that
  /// nobody can call an application as a declared one is called. Nil where its names tell by themselves.
  package var spokenName: String? {
    guard source == Self.directorySource else { return nil }
    let credential = credentialDisplayName.map(Self.quoted)
    guard application.lowercased() == clientID.lowercased() else {
      return credential.map { "\(application) / \($0)" }
    }
    let names = [applicationDisplayName.map(Self.quoted), credential].compactMap(\.self)
    return names.isEmpty ? nil : names.joined(separator: " / ")
  }

  /// Its names for a heading: what people call it, then its identity.
  package var heading: String { heading(subject) }

  /// The same where the tenant is told already.
  package var headingInTenant: String { heading("\(application)/\(credential)") }

  private func heading(_ names: String) -> String {
    spokenName.map { "\($0) (\(names))" } ?? names
  }

  /// Enough to know it by; the evidence has more.
  private static let longestSpoken = 40

  private static func quoted(_ name: String) -> String {
    "'\(name.count > longestSpoken ? name.prefix(longestSpoken - 1) + "…" : name)'"
  }

  private func displayName(in check: CheckID, else gone: String) -> String? {
    findings.lazy.filter { $0.check == check }.compactMap { $0.evidence["display_name"] }.first
      ?? findings.lazy.compactMap { $0.evidence[gone] }.first
  }
}
