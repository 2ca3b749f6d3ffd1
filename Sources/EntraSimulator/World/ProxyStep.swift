/// What the proxy does instead of tunnelling.
package struct ProxyStep: Sendable {
  package enum Behaviour: Sendable, Hashable {
    case tunnel
    /// Answers with this status: 407, 502, 503.
    case refuse(Int)
    /// Accepts the request and never answers.
    case hang
    /// Closes the connection without an answer.
    case close
    /// Says that the tunnel is there, and closes it before anything can come through.
    case closeBeforeHandshake
    /// Says that the tunnel is there, and closes it in the middle of the TLS handshake.
    case closeInHandshake
    /// Answers with this, be it HTTP or not, and says nothing more.
    case answer(String)
  }

  /// The host that it holds for; nil for all.
  package var host: String?
  /// For how many requests; nil for all.
  package var count: Int?
  package var behaviour: Behaviour

  package static func first(_ count: Int, host: String? = nil, _ behaviour: Behaviour) -> Self {
    Self(host: host, count: count, behaviour: behaviour)
  }

  package static func always(host: String? = nil, _ behaviour: Behaviour) -> Self {
    Self(host: host, count: nil, behaviour: behaviour)
  }
}
