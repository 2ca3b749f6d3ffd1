package import EntraIdentity

extension AuditPlan {
  /// A document of each login host of a known cloud that will be asked, in the plan's order: hosts
  /// whose certificate everybody knows how to judge, and whose names are no customer's.
  package var cloudDocuments: [EndpointURL] {
    var seen: Set<String> = []
    return groups.compactMap { group in
      guard let authority = group.reading.authority, group.reading.problems.isEmpty,
        let cloud = Cloud.known(host: authority.host), cloud.status != .internal,
        seen.insert(authority.host).inserted
      else { return nil }
      return authority.discoveryURL
    }
  }

  /// The first document that will be asked for at a host with a name; a cloud's comes first.
  package var firstNamedDocument: EndpointURL? {
    if let document = cloudDocuments.first { return document }
    return groups.lazy.compactMap { group in
      guard let authority = group.reading.authority, group.reading.problems.isEmpty,
        !authority.asksInstanceDiscovery
      else { return nil }
      return authority.discoveryURL
    }.first { !$0.isHostAddress }
  }
}

extension EndpointURL {
  /// Whether the host is an address, for which nobody asks a resolver.
  fileprivate var isHostAddress: Bool {
    host.hasSuffix("]") || host.last.map { $0.isASCII && $0.isNumber } ?? false
  }
}
