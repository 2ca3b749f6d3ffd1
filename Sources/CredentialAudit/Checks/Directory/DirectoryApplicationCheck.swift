import EntraIdentity
import Foundation

extension CredentialCheck {
  /// Is the application there?
  package static let directoryApplication = CredentialCheck(
    id: .directoryApplication,
    question: "does the directory have the application, enabled, owned and not about to be purged?",
    reference: "Microsoft Graph, application; Microsoft Graph, servicePrincipal"
  ) { observation in
    guard let directory = observation.directory else { return [] }
    if let unread = directory.unread(.directoryApplication) { return [unread] }
    guard let holding = observation.holding else {
      return [
        .skipped(
          .directoryApplication, "not-applicable", "a client id that is no GUID is in no directory")
      ]
    }
    if let absent = absent(holding, observation) { return [absent] }
    let evidence = holding.evidence
    var findings = holding.disabled(isUsed: observation.hasToken)
    if holding.application != nil, holding.principal == nil, !observation.hasToken {
      findings.append(
        .found(
          .directoryApplication, .warning, "principal-missing",
          "the application has no service principal in this tenant", evidence: evidence))
    }
    if observation.planned.credential.owner == nil, holding.application?.owners == [] {
      findings.append(
        .found(
          .directoryApplication, .warning, "no-owner",
          "neither the inventory nor the directory names an owner", evidence: evidence))
    }
    guard findings.isEmpty else { return findings }
    return [
      .pass(.directoryApplication, "the directory has the application", evidence: evidence)
    ]
  }

  private static func absent(
    _ holding: DirectoryHolding, _ observation: CredentialObservation
  ) -> Finding? {
    guard holding.application == nil else { return nil }
    if let deleted = holding.deleted, let at = deleted.deletedAt {
      let purge = at.addingTimeInterval(DirectoryApplication.restorableFor)
      return .found(
        .directoryApplication, .critical, "application-deleted",
        "the application was deleted on \(at.utcDay) and can be restored until \(purge.utcDay)",
        evidence: ["deleted_at": at.rfc3339, "purged_at": purge.rfc3339])
    }
    if let principal = holding.principal, !holding.isOrphan {
      // What is only a guest here is registered, and has its credentials, in another directory.
      let evidence = holding.evidence
      if let refused = holding.disabled(isUsed: observation.hasToken).first { return refused }
      return .skipped(
        .directoryApplication,
        principal.type == "ManagedIdentity" ? "not-applicable" : "application-of-other-tenant",
        principal.type == "ManagedIdentity"
          ? "a managed identity has no registration" : "it is registered in another directory",
        evidence: evidence)
    }
    if case .managedIdentity = observation.planned.credential.kind {
      return .skipped(
        .directoryApplication, "not-applicable", "a managed identity has no registration")
    }
    return .found(
      .directoryApplication, observation.hasToken ? .warning : .critical, "application-not-found",
      "the directory has no application \(observation.planned.application.clientID.value.cleaned(maximum: 100))"
    )
  }
}

extension DirectoryApplication {
  /// How long what was deleted can be restored.
  static let restorableFor: TimeInterval = 30 * 86_400
}

extension DirectoryHolding {
  /// What the directory says of the application, for reports.
  var evidence: Evidence {
    var evidence: Evidence = [:]
    evidence.add("display_name", displayNames.isEmpty ? nil : displayNames.joined(separator: " / "))
    evidence.add(
      "directory_owners", owners.isEmpty ? nil : owners.prefix(5).joined(separator: ", "))
    return evidence
  }

  /// Who owns the application, by address where that may be read; cleaned, in a fixed order.
  package var owners: [String] {
    (application?.owners ?? []).compactMap {
      ($0.address ?? $0.displayName)?.cleaned(maximum: 120)
    }.filter { !$0.isEmpty }.sorted()
  }

  /// What keeps tokens from being given to it.
  /// - Parameter isUsed: Whether the service gave one all the same.
  /// - Returns: A finding for each.
  func disabled(isUsed: Bool) -> [Finding] {
    var findings: [Finding] = []
    let verdict: Verdict = isUsed ? .warning : .critical
    if application?.isDisabled ?? false {
      findings.append(
        .found(
          .directoryApplication, verdict, "application-disabled", "the application is disabled",
          evidence: evidence))
    }
    if let principal, !principal.isEnabled {
      findings.append(
        .found(
          .directoryApplication, verdict, "principal-disabled",
          "the service principal may not sign in to this tenant", evidence: evidence))
    }
    return findings
  }
}
