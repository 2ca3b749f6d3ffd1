/// One step of a script: how an endpoint misbehaves, and for how many answers.
///
/// A script is a sequence. The first step that fits the endpoint and is not used up decides; when
/// all are used up, answers are right.
package struct ScriptStep: Sendable {
  package enum Endpoint: String, Sendable, Hashable, CaseIterable {
    case instanceDiscovery, discovery, keys, token, graph, other
  }

  /// The endpoint; nil for all.
  package var endpoint: Endpoint?
  /// For how many answers; nil for ever.
  package var count: Int?
  package var behaviour: Misbehaviour

  package static func first(
    _ count: Int, _ endpoint: Endpoint? = nil, _ behaviour: Misbehaviour
  ) -> Self {
    Self(endpoint: endpoint, count: count, behaviour: behaviour)
  }

  package static func always(_ endpoint: Endpoint? = nil, _ behaviour: Misbehaviour) -> Self {
    Self(endpoint: endpoint, count: nil, behaviour: behaviour)
  }
}
