import Crypto
package import EntraIdentity
import Foundation

/// Every credential of a plan, read once before anything is sent: so that two applications with the
/// same secret are both told of it, and a command runs once.
package struct SourceSurvey: Sendable {
  private let sources: [String: SurveyedSource]
  private let sharedWith: [String: [String]]
  /// The secrets of each tenant, for taking them out of what its server says.
  private let secretsByTenant: [String: [Secret]]

  /// Reads all sources of a plan, a few at a time: a command may be slow.
  package init(_ plan: AuditPlan, reader: SecretReader) async {
    var sources: [String: SurveyedSource] = [:]
    var presented: [Data: [(subject: String, application: String, client: String)]] = [:]
    var secrets: [String: [Secret]] = [:]
    let key = SymmetricKey(size: .bits256)
    let all = plan.credentials
    sources.reserveCapacity(all.count)
    await withTaskGroup(of: (PlannedCredential, SurveyedSource).self) { group in
      var rest = all.makeIterator()
      func startNext() {
        guard let planned = rest.next() else { return }
        group.addTask { (planned, await SourceProbe(reader: reader).survey(planned)) }
      }
      for _ in 0..<16 { startNext() }
      while let (planned, source) = await group.next() {
        startNext()
        sources[planned.subject] = source
        guard let credential = source.credential else { continue }
        if case .secret(let secret, _) = credential {
          secrets[planned.tenant.name, default: []].append(secret)
        }
        guard let digest = credential.identityDigest(key: key) else { continue }
        presented[digest, default: []].append(
          (
            planned.subject, "\(planned.tenant.name)/\(planned.application.name)",
            planned.application.clientID.value
          ))
      }
    }
    var sharedWith: [String: [String]] = [:]
    for users in presented.values where users.count > 1 {
      for user in users {
        // The same registration in several tenants is one application with one secret.
        let others = Set(users.filter { $0.client != user.client }.map(\.application))
        if !others.isEmpty { sharedWith[user.subject] = others.sorted() }
      }
    }
    self.sources = sources
    self.sharedWith = sharedWith
    self.secretsByTenant = secrets
  }

  func source(of subject: String) -> SurveyedSource {
    sources[subject] ?? SurveyedSource(observation: .notRead(code: "cancelled"), credential: nil)
  }

  func others(with subject: String) -> [String] { sharedWith[subject] ?? [] }

  /// The secrets that a tenant's server has seen or will see.
  package func secrets(of tenant: String) -> [Secret] { secretsByTenant[tenant] ?? [] }
}
