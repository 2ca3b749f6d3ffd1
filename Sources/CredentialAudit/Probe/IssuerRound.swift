import EntraIdentity
import Foundation

/// The issuers that one tenant's undeclared federated credentials name, asked a few at a time.
struct IssuerRound: Sendable {
  let probe: IssuerProbe

  /// Whoever may write to a directory must not make an audit ask the whole world.
  private static let most = 100
  private static let atOnce = 8

  /// - Parameter issuers: Each once, in a fixed order.
  /// - Returns: What came of each; those beyond the limit are not asked.
  func looks(at issuers: [String]) async -> [String: IssuerLook] {
    await withTaskGroup(of: (text: String, look: IssuerLook).self) { window in
      var looks: [String: IssuerLook] = [:]
      for (number, issuer) in issuers.enumerated() {
        guard number < Self.most, !Task.isCancelled else {
          looks[issuer] = .beyond(limit: Self.most)
          continue
        }
        if number >= Self.atOnce, let done = await window.next() { looks[done.text] = done.look }
        window.addTask { [probe] in (issuer, await probe.look(at: issuer)) }
      }
      while let done = await window.next() { looks[done.text] = done.look }
      return looks
    }
  }
}

extension DirectorySweep {
  /// The issuers that what is swept names and somebody wants to hear of, in the directory's order and
  /// each once.
  var issuers: [String] {
    var seen: Set<String> = []
    return clientIDs.lazy.filter(hasFederations).flatMap { observations(of: $0) }
      .compactMap { observation in
        observation.entry.federation.flatMap {
          observation.tenant.directory?.ignores(issuer: $0.issuer) ?? false ? nil : $0.issuer
        }
      }.filter { seen.insert($0).inserted }
  }

  /// Of tens of thousands of applications few have any, and the rest need not be looked through.
  private func hasFederations(_ clientID: UUID) -> Bool {
    index.part(of: clientID).applications.contains { !($0.federations ?? []).isEmpty }
  }
}
