/// What Graph remembers between requests.
struct GraphState: Sendable {
  private struct Position: Hashable {
    let tenant: String
    let step: Int
  }
  private var used: [Position: Int] = [:]
  /// Tokens that count as expired before their time.
  var expired: Set<String> = []
  var throttle = GraphThrottle()

  /// The first step that fits and is not used up; it is counted as used once more.
  mutating func next(
    _ script: [GraphStep], tenant: String, collection: GraphCollection, page: Int
  ) -> GraphFault? {
    for (position, step) in script.enumerated() {
      guard step.collection == nil || step.collection == collection,
        step.page == nil || step.page == page
      else { continue }
      guard let limit = step.count else { return step.fault }
      let key = Position(tenant: tenant, step: position)
      guard used[key, default: 0] < limit else { continue }
      used[key, default: 0] += 1
      return step.fault
    }
    return nil
  }
}
