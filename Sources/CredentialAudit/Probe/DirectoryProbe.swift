import EntraIdentity
import Foundation

/// Reads the directory of a tenant whose authority was proven, once in a run.
struct DirectoryProbe: Sendable {
  let prober: Prober
  let survey: SourceSurvey
  let transport: GatedTransport
  let retry: RetryPolicy

  /// - Parameters:
  ///   - tenant: Whose directory.
  ///   - state: What is known of its authority.
  /// - Returns: Nil where the inventory has no directory for it.
  func look(at tenant: InventoryTenant, _ state: AuthorityState) async -> DirectoryLook? {
    guard let directory = tenant.directory else { return nil }
    switch state {
    case .offline: return unread("offline")
    case .failed: return unread("authority-failed")
    case .proven(let authority):
      // One that is not there would otherwise look like a tenant without a directory.
      guard let reader = tenant.reader else { return unread("reader-unusable") }
      guard let graph = authority.graph else { return unread("directory-no-graph") }
      guard let id = authority.tenantID.flatMap({ UUID(uuidString: $0.description) }) else {
        return unread("tenant-not-resolved")
      }
      let source = survey.source(of: reader)
      guard source.isUsable(at: authority.authority.kind) else { return unread("reader-unusable") }
      let attempt = AcquisitionAttempt(
        prober: prober, planned: reader, source: source, transport: transport,
        authority: authority, scopes: [graph.scope], correlationID: UUID.random())
      let tokens = ReaderTokens(attempt, retry: retry)
      let observation = await DirectoryReader(
        transport: prober.transport, gate: prober.gate, time: prober.time, graph: graph.url,
        tenantID: id, tokens: tokens, product: prober.product, settings: prober.settings,
        limits: limits
      ).read(directory.scope(of: tenant))
      var refused: AcquisitionObservation?
      if case .failed(let failure) = observation, let outcome = await tokens.outcome(of: failure) {
        refused = AcquisitionObservation(
          scopes: [graph.scope], outcome: outcome, attempts: 1,
          correlationID: attempt.correlationID.text)
      }
      return look(observation, reader, source, state, refused)
    }
  }

  /// A directory that does not come must not take the time from the credentials that are still to be
  /// tried: no more than a third of what is left.
  private var limits: DirectoryLimits {
    var limits = DirectoryLimits()
    let left = prober.deadline.timeIntervalSince(prober.time.now)
    limits.time = min(limits.time, .seconds(max(1, left / 3)))
    return limits
  }

  private func unread(_ code: String) -> DirectoryLook {
    DirectoryLook(observation: .notRead(code: code), reader: nil, index: nil)
  }

  private func look(
    _ observation: DirectoryObservation, _ reader: PlannedCredential, _ source: SurveyedSource,
    _ state: AuthorityState, _ refused: AcquisitionObservation?
  ) -> DirectoryLook {
    var index: DirectoryIndex?
    if case .read(let snapshot) = observation { index = DirectoryIndex(snapshot) }
    let part = index?.part(of: reader.application.clientID.uuid)
    return DirectoryLook(
      observation: observation,
      reader: CredentialObservation(
        planned: reader, source: source.observation, sharedWith: .none, authority: state,
        acquisitions: [refused].compactMap(\.self), now: prober.startedAt,
        directory: part.map { .read($0) } ?? observation,
        fittingEntries: source.fittingEntries(of: reader.application.clientID, in: part)),
      index: index)
  }
}

extension InventoryTenant {
  /// The credential that its directory is read with.
  var reader: PlannedCredential? {
    guard let directory else { return nil }
    for application in applications {
      for credential in application.credentials
      where "\(application.name)/\(credential.name)" == directory.reader {
        return PlannedCredential(tenant: self, application: application, credential: credential)
      }
    }
    return nil
  }
}

extension InventoryDirectory {
  fileprivate func scope(of tenant: InventoryTenant) -> DirectoryScope {
    switch watch {
    case .all: return .all
    case .inventory:
      var seen: Set<UUID> = []
      return .applications(
        tenant.applications.compactMap(\.clientID.uuid).filter { seen.insert($0).inserted })
    }
  }
}

extension ResolvedAuthority {
  /// Where the authority's cloud has its Graph, and what a token for it is asked by. One login host may
  /// stand before two of them: the document says which, and is believed as far as the cloud is known.
  fileprivate var graph: (url: EndpointURL, scope: Scope)? {
    guard let cloud = authority.cloud, cloud.status != .internal else { return nil }
    let named = configuration.msgraphHost?.lowercased()
    guard
      let host = named.flatMap({ cloud.graphHosts.contains($0) ? $0 : nil })
        ?? cloud.graphHosts.first,
      let url = try? EndpointURL("https://\(host)"), let scope = Scope("https://\(host)/.default")
    else { return nil }
    return (url, scope)
  }
}
