package import EntraIdentity

/// What came of all requests to one host.
package struct HostOutcome: Sendable, Hashable {
  package let host: String
  /// Whether it answered at least once, whatever it said.
  package let hasAnswered: Bool
  /// How requests failed on their way.
  package let failures: Set<TransportError.Kind>

  package init(host: String, hasAnswered: Bool, failures: Set<TransportError.Kind>) {
    self.host = host
    self.hasAnswered = hasAnswered
    self.failures = failures
  }
}

/// Whether the network was there at all.
package struct Reachability: Sendable, Hashable {
  private let outcomes: [HostOutcome]

  package init(_ outcomes: [HostOutcome]) {
    self.outcomes = outcomes
  }

  /// Failures in which nobody was met on the way; a reset or a bad certificate is somebody's.
  private static let unmet: Set<TransportError.Kind> = [.dns, .refused, .timeout, .proxy, .other]

  /// What the reader of the run should know: hundreds of findings have one cause, and it is here.
  package var notice: RunNotice? {
    guard !outcomes.isEmpty, outcomes.allSatisfy({ !$0.hasAnswered && !$0.failures.isEmpty }),
      // One host alone may be misspelt or switched off; a cloud's is not.
      outcomes.count > 1 || outcomes.allSatisfy({ Cloud.known(host: $0.host) != nil })
    else { return nil }
    let failures = outcomes.reduce(into: Set<TransportError.Kind>()) { $0.formUnion($1.failures) }
    let hosts = outcomes.count == 1 ? "the only host" : "none of \(outcomes.count) hosts"
    if failures == [.dns] {
      let resolves = outcomes.count == 1 ? "does not resolve" : "resolves"
      return RunNotice(
        code: "dns-down",
        message:
          "\(hosts) that was asked \(resolves): it is this machine's resolver or network, and says "
          + "nothing of any authority or credential; look at /etc/resolv.conf, or name the proxy in "
          + "HTTPS_PROXY where only a proxy resolves names")
    }
    guard failures.isSubset(of: Self.unmet) else { return nil }
    let answered = outcomes.count == 1 ? "did not answer" : "answered"
    let kinds = failures.map(\.rawValue).sorted().joined(separator: ", ")
    return RunNotice(
      code: "network-down",
      message:
        "\(hosts) that was asked \(answered) (\(kinds)): it is probably this machine's network, "
        + "firewall or proxy, and says nothing of any authority or credential; try the way with "
        + "'credaudit authority URL'")
  }
}
