/// Finds the tenant that a URL names, or says no as the service does.
struct TenantLookup {
  private let exchange: Exchange

  init(_ exchange: Exchange) { self.exchange = exchange }

  /// The tenant that the URL names.
  func tenant() throws(Refusal) -> SimulatedTenant {
    let place = exchange.place
    let name = place.tenantName
    let atToken = place.endpoint == .token
    if let tenant = place.tenant {
      if case .b2c(_, let policies) = tenant.family {
        let wanted = place.policy?.lowercased() ?? ""
        guard policies.contains(where: { $0.lowercased() == wanted }) else {
          throw .unknownPolicy(place.policy ?? "", tenant: name)
        }
      }
      return tenant
    }
    if Place.aliases.contains(name.lowercased()) { throw .noTenantNamed }
    if name.allSatisfy({ $0 == "0" || $0 == "-" }), GUID.isGUID(name) {
      throw .emptyTenant(name)
    }
    // Recorded: discovery looks up a name without a dot; the token endpoint calls it malformed.
    let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
    guard isName, GUID.isGUID(name) || name.contains(".") || !atToken else {
      throw .badTenantName(name)
    }
    throw .unknownTenant(name, atToken: atToken)
  }
}

extension Refusal {
  /// A policy that a B2C tenant does not have is a page that is not there.
  fileprivate static func unknownPolicy(_ policy: String, tenant: String) -> Refusal {
    Refusal(nil, "invalid_request", 404, "The tenant '\(tenant)' has no policy '\(policy)'")
  }
}
