/// How far each script has come.
struct ScriptState: Sendable {
  private struct Position: Hashable, Sendable {
    let owner: String
    let step: Int
  }
  private var used: [Position: Int] = [:]

  /// The first step that fits and is not used up; it is counted as used once more.
  mutating func next(
    _ script: [ScriptStep], owner: String, endpoint: ScriptStep.Endpoint
  ) -> Misbehaviour? {
    for (position, step) in script.enumerated() {
      guard step.endpoint == nil || step.endpoint == endpoint else { continue }
      guard let limit = step.count else { return step.behaviour }
      let key = Position(owner: owner, step: position)
      guard used[key, default: 0] < limit else { continue }
      used[key, default: 0] += 1
      return step.behaviour
    }
    return nil
  }

  mutating func next(_ script: [ProxyStep], host: String) -> ProxyStep.Behaviour {
    for (position, step) in script.enumerated() {
      guard step.host == nil || step.host == host else { continue }
      guard let limit = step.count else { return step.behaviour }
      let key = Position(owner: "proxy", step: position)
      guard used[key, default: 0] < limit else { continue }
      used[key, default: 0] += 1
      return step.behaviour
    }
    return .tunnel
  }
}
