extension SimulatedTenant {
  /// The API that a name stands for here; nil where nobody has that name.
  func resource(_ audience: String, in cloud: SimulatedCloud) -> SimulatedResource? {
    let known = [.graph(cloud), .management(cloud)] + resources
    if let found = known.first(where: { resource in
      resource.identifiers.contains(audience) || resource.applicationID == audience
    }) {
      return found
    }
    // Every application is an API too, by its client id and by the URI made of it.
    let id = audience.hasPrefix("api://") ? String(audience.dropFirst(6)) : audience
    return applications.first { $0.clientID == id }.map {
      SimulatedResource([audience], applicationID: $0.clientID, name: $0.name)
    }
  }
}
