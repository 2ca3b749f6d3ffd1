import CredentialAudit

/// The worst subjects of a run, a bounded number of them, and how many there are beyond.
struct TroubleList {
  private let limit: Int
  private var kept: [Trouble] = []
  private(set) var total = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Takes one that comes; of equals, those that come first are kept.
  mutating func add(_ trouble: Trouble?) {
    guard let trouble else { return }
    total += 1
    kept.append(trouble)
    // The worst may be the last: authorities come by tenant, and what is worst of a credential may be
    // answered for.
    if kept.count > 2 * limit + 16 { kept = worst }
  }

  /// By tenant, the tenant with the worst subject first; within it the worst first, then what is new
  /// before what is known, and of equals an authority before a credential.
  var byTenant: [(tenant: String, troubles: [Trouble])] {
    var order: [String] = []
    var groups: [String: [Trouble]] = [:]
    for trouble in worst {
      if groups[trouble.tenant] == nil { order.append(trouble.tenant) }
      groups[trouble.tenant, default: []].append(trouble)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  /// How many are not in the list.
  var beyond: Int { max(0, total - limit) }

  private var worst: [Trouble] {
    let sorted = kept.enumerated().sorted { one, other in
      let (left, right) = (one.element, other.element)
      if left.verdict != right.verdict { return left.verdict.severity > right.verdict.severity }
      if left.isNew != right.isNew { return left.isNew }
      return one.offset < other.offset
    }
    return sorted.prefix(limit).map(\.element)
  }
}
