import EntraIdentity
import Foundation

/// Turns what was seen of one subject into its record: the checks' findings, with every secret that
/// the subject's server has seen taken out of its words, and with who answers for them.
package struct Judge: Sendable {
  package let survey: SourceSurvey
  private let suppressions: SuppressionBook
  private let production: ProductionTags

  package init(
    survey: SourceSurvey, suppressions: SuppressionBook = .empty,
    production: ProductionTags = ProductionTags()
  ) {
    self.survey = survey
    self.suppressions = suppressions
    self.production = production
  }

  package func judge(_ observation: AuthorityObservation) -> AuthorityRecord {
    let tenant = observation.tenant
    let scrubber = survey.scrubber(of: tenant.name)
    return AuthorityRecord(
      tenant: tenant.name, authority: scrubber.scrub(observation.reading.shown),
      kind: observation.reading.kind?.rawValue, cloud: observation.reading.cloud?.id,
      tenantID: observation.examination?.tenantID?.description ?? tenant.tenantID,
      tags: tenant.tags, owner: tenant.owner, location: tenant.location,
      unknownFor: tenant.unknownFor,
      findings: shown(
        CheckCatalog.judge(observation), of: .authority(tenant: tenant.name), by: scrubber))
  }

  package func judge(_ observation: CredentialObservation) -> CredentialRecord {
    let planned = observation.planned
    let scrubber = survey.scrubber(of: planned.tenant.name)
    let end = observation.end
    return CredentialRecord(
      tenant: planned.tenant.name, application: planned.application.name,
      credential: planned.credential.name, clientID: planned.application.clientID.value,
      kind: planned.credential.kind.word, source: planned.credential.kind.printable,
      owner: planned.credential.owner ?? observation.holding?.owners.first.map(scrubber.scrub),
      runbook: planned.credential.runbook,
      tags: planned.credential.tags, location: planned.credential.location,
      unknownFor: planned.credential.unknownFor,
      roles: observation.grantedRoles.map { roles in roles.map(scrubber.scrub) },
      isProduction: production.cover(planned.credential.tags),
      expiresAt: end?.date, expiresFrom: end?.source.rawValue,
      daysLeft: end?.daysLeft(from: observation.now),
      thumbprintSHA1: observation.certificate?.thumbprintSHA1,
      thumbprintSHA256: observation.certificate?.thumbprintSHA256,
      findings: shown(
        CheckCatalog.judge(observation).leading(to: observation.portalPage), of: planned.name,
        by: scrubber))
  }

  /// What is not in order of what was seen of an authority, worst first. What is, is let go before its words are
  /// made fit to be shown, which costs more than all the checks.
  package func troubles(of observation: AuthorityObservation) -> [Finding] {
    let troubles = CheckCatalog.troubles(of: observation)
    guard !troubles.isEmpty else { return [] }
    let tenant = observation.tenant.name
    return shown(troubles, of: .authority(tenant: tenant), by: survey.scrubber(of: tenant))
      .worstFirst()
  }

  /// What is not in order of what was seen of a credential, worst first.
  package func troubles(of observation: CredentialObservation) -> [Finding] {
    let troubles = CheckCatalog.troubles(of: observation)
    guard !troubles.isEmpty else { return [] }
    let planned = observation.planned
    return shown(
      troubles.leading(to: observation.portalPage), of: planned.name,
      by: survey.scrubber(of: planned.tenant.name)
    ).worstFirst()
  }

  package func judge(_ observation: EntryObservation) -> CredentialRecord {
    let (entry, terms) = (observation.entry, observation.terms)
    let scrubber = survey.scrubber(of: observation.tenant.name)
    return CredentialRecord(
      tenant: observation.tenant.name, application: observation.applicationName,
      credential: observation.credentialName,
      clientID: observation.clientID.text,
      kind: entry.kind.rawValue, source: CredentialRecord.directorySource,
      owner: observation.owner.map(scrubber.scrub), runbook: terms.runbook, tags: terms.tags,
      location: observation.application?.location ?? observation.tenant.location,
      unknownFor: terms.unknownFor, isProduction: production.cover(terms.tags),
      expiresAt: entry.end,
      expiresFrom: entry.end == nil ? nil : CredentialEnd.Source.directory.rawValue,
      daysLeft: entry.end?.daysLeft(from: observation.now),
      thumbprintSHA1: entry.thumbprintSHA1, thumbprintSHA256: entry.thumbprintSHA256,
      findings: shown(
        CheckCatalog.judge(observation).leading(to: observation.portalPage), of: observation.name,
        by: scrubber))
  }

  /// Findings as they may be shown, with those marked that the inventory suppresses.
  private func shown(
    _ findings: [Finding], of subject: SubjectName, by scrubber: Scrubber
  ) -> [Finding] {
    suppressions.applied(to: findings.map(scrubber.scrub), of: subject)
  }
}
