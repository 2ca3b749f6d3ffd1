/// One subject as it was seen.
package enum AuditObservation: Sendable {
  case authority(AuthorityObservation)
  case credential(CredentialObservation)
  /// A credential that only the directory knows; no plan has it.
  case entry(EntryObservation)
}
