package import EntraIdentity

/// A few of the documents that a plan asks for, by which the way to the services is looked at.
package struct PlannedDocuments: Sendable {
  /// Of each login host of a known cloud one, in the plan's order: hosts whose certificate everybody
  /// knows how to judge, and whose names are no customer's.
  package private(set) var ofClouds: [EndpointURL] = []
  /// The first at any host with a name that nobody has to vouch for.
  private var firstNamed: EndpointURL?
  private var clouds: Set<String> = []
  /// What the authority that was noted last begins with: nearly all of an estate is at one login host.
  private var lastOrigin: String?

  /// The first document that will be asked for at a host with a name; a cloud's comes first.
  package var named: EndpointURL? { ofClouds.first ?? firstNamed }

  /// Chooses from a plan.
  package init(of plan: AuditPlan) {
    for group in plan.groups { add(group) }
  }

  private mutating func add(_ group: PlannedAuthority) {
    // Another path at the same host may be the first that nobody has to vouch for. Once that is known,
    // all that is noted goes by the host.
    if firstNamed != nil, let lastOrigin, group.key.authority.hasPrefix(lastOrigin) { return }
    let reading = group.reading
    guard let authority = reading.authority, reading.problems.isEmpty else { return }
    let url = authority.discoveryURL
    lastOrigin = url.origin + "/"
    if firstNamed == nil, !authority.asksInstanceDiscovery, !url.isHostAddress { firstNamed = url }
    guard let cloud = Cloud.known(host: authority.host), cloud.status != .internal,
      clouds.insert(authority.host).inserted
    else { return }
    ofClouds.append(url)
  }
}

extension EndpointURL {
  /// Whether the host is an address, for which nobody asks a resolver.
  fileprivate var isHostAddress: Bool {
    host.hasSuffix("]") || host.last.map { $0.isASCII && $0.isNumber } ?? false
  }
}
