/// One subject as it was seen.
package enum AuditObservation: Sendable {
  case authority(AuthorityObservation)
  case credential(CredentialObservation)
}
