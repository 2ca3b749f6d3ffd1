import EntraIdentity
import Foundation

/// Who presents which secret or key, by keyed digests.
struct PresenterIndex {
  private struct Application: Hashable {
    let name: String
    let client: String

    init(_ planned: PlannedCredential) {
      name = "\(planned.tenant.name)/\(planned.application.name)"
      client = planned.application.clientID.value
    }
  }

  private var users: [Data: [PlannedCredential]] = [:]

  mutating func add(_ planned: PlannedCredential, digest: Data) {
    users[digest, default: []].append(planned)
  }

  /// By subject, who else presents the same. One registration in several tenants is one application
  /// with one secret: a provider's own application has thousands of those.
  func sharedUses() -> [String: SharedUse] {
    var result: [String: SharedUse] = [:]
    for planned in users.values where planned.count > 1 {
      let users = planned.map { ($0.subject, Application($0)) }
      let applications = Set(users.map(\.1)).sorted { $0.name < $1.name }
      let counts = Dictionary(grouping: applications, by: \.client).mapValues(\.count)
      guard counts.count > 1 else { continue }
      let uses = counts.map { client, own in
        let others = applications.lazy.filter { $0.client != client }.prefix(5).map(\.name)
        return (client, SharedUse(count: applications.count - own, names: Array(others)))
      }
      let byClient = Dictionary(uses) { first, _ in first }
      for (subject, application) in users { result[subject] = byClient[application.client] }
    }
    return result
  }
}
