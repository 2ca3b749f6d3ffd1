import EntraIdentity

/// Who presents which secret or key.
struct PresenterIndex {
  private struct Application: Hashable {
    let name: String
    let client: String

    init(_ planned: PlannedCredential) {
      name = "\(planned.tenant.name)/\(planned.application.name)"
      client = planned.application.clientID.value
    }
  }

  /// The first user of each; nearly all have no other.
  private var firsts: [PresentedIdentity: PlannedCredential] = [:]
  /// All users of what has several.
  private var shared: [PresentedIdentity: [PlannedCredential]] = [:]

  init(expecting count: Int) { firsts.reserveCapacity(count) }

  mutating func add(_ planned: PlannedCredential, presenting identity: PresentedIdentity) {
    if let first = firsts[identity] {
      shared[identity, default: [first]].append(planned)
    } else {
      firsts[identity] = planned
    }
  }

  /// By subject, who else presents the same. One registration in several tenants is one application
  /// with one secret: a provider's own application has thousands of those.
  func sharedUses() -> [String: SharedUse] {
    var result: [String: SharedUse] = [:]
    for planned in shared.values {
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
