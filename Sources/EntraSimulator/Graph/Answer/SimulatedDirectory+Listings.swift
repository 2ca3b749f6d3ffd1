extension SimulatedDirectory {
  /// Every registration, those that are generated behind the others.
  var applicationListing: GraphListing {
    let (listed, generated) = (applications, generated)
    return GraphListing(
      type: "application", context: "applications",
      count: listed.count + (generated?.count ?? 0)
    ) { number in
      number < listed.count
        ? listed[number].entry
        : generated?.application(number - listed.count).entry ?? GraphEntry(members: [])
    }
  }

  /// Every service principal of a tenant.
  func principalListing(tenant: String) -> GraphListing {
    let (listed, generated) = (principals, generated)
    return GraphListing(
      type: "servicePrincipal", context: "servicePrincipals",
      count: listed.count + (generated?.count ?? 0)
    ) { number in
      number < listed.count
        ? listed[number].entry
        : generated?.principal(number - listed.count, tenant: tenant).entry
          ?? GraphEntry(members: [])
    }
  }

  func application(_ key: GraphTarget.Key) -> ListedApplication? {
    if let found = applications.first(where: { key.fits(id: $0.id, appID: $0.appID) }) {
      return found
    }
    return number(key, kind: 0xA0).flatMap { generated?.application($0) }
  }

  func principal(_ key: GraphTarget.Key, tenant: String) -> ListedPrincipal? {
    if let found = principals.first(where: { key.fits(id: $0.id, appID: $0.appID) }) {
      return found
    }
    return number(key, kind: 0xA2).flatMap { generated?.principal($0, tenant: tenant) }
  }

  /// The number of a generated entry: it stands in the last part of its ids.
  private func number(_ key: GraphTarget.Key, kind: UInt32) -> Int? {
    let id: String
    let wanted: UInt32
    switch key {
    case .objectID(let text): (id, wanted) = (text, kind)
    case .appID(let text): (id, wanted) = (text, 0xA1)
    }
    guard let number = Int(id.suffix(12), radix: 16), number < generated?.count ?? 0,
      GUID.numbered(number, kind: wanted) == id.lowercased()
    else { return nil }
    return number
  }
}

extension GraphTarget.Key {
  func fits(id: String, appID: String) -> Bool {
    switch self {
    case .objectID(let wanted): id.lowercased() == wanted.lowercased()
    case .appID(let wanted): appID.lowercased() == wanted.lowercased()
    }
  }

  var text: String {
    switch self {
    case .objectID(let text), .appID(let text): text
    }
  }
}
