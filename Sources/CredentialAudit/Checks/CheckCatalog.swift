/// Every question that is asked, in order.
package enum CheckCatalog {
  package static let authority: [AuthorityCheck] = [
    .url, .instance, .discovery, .issuer, .endpoints, .tenant, .cloud, .keys,
    .directory,
  ]

  package static let credential: [CredentialCheck] = [
    .source, .expiry, .acquisition, .token, .directoryApplication, .directoryCredential,
  ]

  /// Those of them that are asked of what only the directory knows.
  package static let entry: [EntryCheck] =
    EntryCheck.held + [.expiry, .application, .credential]

  /// The question and reference of a check.
  package static func entry(_ id: CheckID) -> (question: String, reference: String)? {
    if let check = authority.first(where: { $0.id == id }) {
      return (check.question, check.reference)
    }
    return credential.first { $0.id == id }.map { ($0.question, $0.reference) }
  }

  /// All findings of an authority.
  package static func judge(_ observation: AuthorityObservation) -> [Finding] {
    authority.flatMap { $0.evaluate(observation) }
  }

  /// All findings of a credential.
  package static func judge(_ observation: CredentialObservation) -> [Finding] {
    credential.flatMap { $0.evaluate(observation) }
  }

  /// Those findings of an authority that say that something is not in order.
  package static func troubles(of observation: AuthorityObservation) -> [Finding] {
    authority.flatMap { $0.evaluate(observation).filter(\.verdict.isTrouble) }
  }

  /// Those findings of a credential that say that something is not in order.
  package static func troubles(of observation: CredentialObservation) -> [Finding] {
    credential.flatMap { $0.evaluate(observation).filter(\.verdict.isTrouble) }
  }

  /// All findings of a credential that only the directory knows.
  package static func judge(_ observation: EntryObservation) -> [Finding] {
    entry.flatMap { $0.evaluate(observation) }
  }
}
