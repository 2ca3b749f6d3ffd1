/// Why the network cannot be set up as asked. It names the place, and never a proxy's credentials.
public struct NetworkConfigurationProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// Not a proxy's address: `host:port` or `http://[user:password@]host:port`.
    case badProxyAddress
    /// A kind of proxy that is not supported; its scheme.
    case unsupportedProxy(scheme: String)
    /// The bundle of certificates cannot be read, or holds none.
    case unreadableBundle(path: String)
  }

  /// What is wrong.
  public let reason: Reason
  /// The variable or setting that says so, such as `HTTPS_PROXY`.
  public let place: String

  /// Makes a problem.
  /// - Parameters:
  ///   - reason: What is wrong.
  ///   - place: The variable or setting that says so.
  public init(_ reason: Reason, place: String) {
    self.reason = reason
    self.place = place
  }

  /// One sentence for a person.
  public var description: String {
    switch reason {
    case .badProxyAddress:
      "\(place) is not a proxy's address; write http://host:port"
    case .unsupportedProxy(let scheme):
      "\(place) names a proxy by \(scheme.cleaned(maximum: 20)); only http:// proxies are supported"
    case .unreadableBundle(let path):
      "\(place) names \(path.cleaned(maximum: 300)), which is not a readable PEM bundle of certificates"
    }
  }
}
