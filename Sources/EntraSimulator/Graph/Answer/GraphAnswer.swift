/// What a directory answers to a caller that may ask.
struct GraphAnswer: Sendable {
  let exchange: Exchange
  let caller: GraphCaller
  let directory: SimulatedDirectory
  let target: GraphTarget
  let query: GraphQuery

  func response(_ fault: GraphFault?) throws(GraphError) -> SimulatedResponse {
    try checkPermission()
    switch target {
    case .list(let collection): return try page(listing(collection), fault)
    case .count(let collection): return try count(of: collection)
    case .application(let key):
      return try object(application(key).entry, type: "application", context: "applications")
    case .deletedApplication(let id):
      guard let found = directory.deleted.first(where: { $0.id == id }) else {
        throw .noSuchObject(id)
      }
      return try object(found.entry, type: "application", context: "directoryObjects")
    case .principal(let key):
      guard let found = directory.principal(key, tenant: caller.tenant.id) else {
        throw .noSuchObject(key.text)
      }
      return try object(found.entry, type: "servicePrincipal", context: "servicePrincipals")
    case .federations(let key): return try page(federations(of: application(key)), fault)
    case .owners(let key): return try page(owners(of: application(key)), fault)
    case .organization: return try page(organization, fault)
    case .policy: return policy
    case .appliesTo(let id): return try page(objects(ofException: id), fault)
    case .batch: throw .noSuchSegment("$batch")
    }
  }

  private func checkPermission() throws(GraphError) {
    let may =
      switch target {
      case .policy, .list(.appManagementPolicies), .appliesTo:
        caller.has("Policy.Read.All", "Policy.ReadWrite.ApplicationConfiguration")
      case .organization: caller.has("Organization.Read.All", "Directory.Read.All")
      default:
        caller.has("Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All")
      }
    guard may else { throw .permissionMissing }
  }

  private func application(_ key: GraphTarget.Key) throws(GraphError) -> ListedApplication {
    guard let found = directory.application(key) else { throw .noSuchObject(key.text) }
    return found
  }

  private func listing(_ collection: GraphCollection) -> GraphListing {
    switch collection {
    case .servicePrincipals: directory.principalListing(tenant: caller.tenant.id)
    case .deletedItems:
      GraphListing(
        directory.deleted, type: "application", context: "directoryObjects", entry: \.entry)
    case .appManagementPolicies: exceptions
    default: directory.applicationListing
    }
  }

  private func count(of collection: GraphCollection) throws(GraphError) -> SimulatedResponse {
    guard exchange.request.header("consistencylevel")?.lowercased() == "eventual" else {
      throw GraphError(400, "Request_BadRequest", "$count is not currently supported.")
    }
    return SimulatedResponse(
      status: 200, headers: [("Content-Type", "text/plain")],
      body: .bytes(Array(String(listing(collection).count).utf8)))
  }

  private func federations(of application: ListedApplication) -> GraphListing {
    let base =
      "\(exchange.request.base)/v2/\(caller.tenant.id)/directoryObjects/$/"
      + "Microsoft.DirectoryServices.Application('\(application.id)')"
    return GraphListing(
      application.federations, type: "federatedIdentityCredential",
      context: "applications('\(application.id)')/federatedIdentityCredentials"
    ) { federation in
      let link = JSONValue.string(base + "/federatedIdentityCredentials/" + federation.id)
      return GraphEntry(
        members: [JSONValue.Member(name: "@odata.id", value: link)] + federation.members)
    }
  }

  private func owners(of application: ListedApplication) -> GraphListing {
    let known = caller.mayReadUsers
    return GraphListing(application.owners, type: "user", context: "directoryObjects") { owner in
      GraphEntry(members: owner.members(userIsKnown: known))
    }
  }

  private var organization: GraphListing {
    let tenant = caller.tenant
    let domains = tenant.domains.enumerated().map { position, name -> JSONValue in
      [
        "capabilities": "Email, OfficeCommunicationsOnline", "isDefault": .bool(position == 0),
        "isInitial": .bool(position == 0), "name": .string(name), "type": "Managed",
      ]
    }
    let name = tenant.domains.first.map { String($0.prefix { $0 != "." }) } ?? tenant.id
    return GraphListing([tenant.id], type: "organization", context: "organization") { id in
      GraphEntry(members: [
        .init(name: "id", value: .string(id)), .init(name: "displayName", value: .string(name)),
        .init(name: "verifiedDomains", value: .array(domains)),
      ])
    }
  }

  /// A URL of `@odata.context`.
  func metadata(_ fragment: String) -> String {
    "\(exchange.request.base)/v1.0/$metadata#" + fragment
  }

  private func object(
    _ entry: GraphEntry, type: String, context: String
  ) throws(GraphError) -> SimulatedResponse {
    let selection = GraphSelection(query.select)
    let members = try selection.apply(to: entry, type: type)
    let head = JSONValue.Member(
      name: "@odata.context",
      value: .string(metadata(context + selection.context + "/$entity")))
    return .json(.object([head] + members + (try expansion(of: entry))))
  }

  /// What was to come with an entry: twenty of them at the most, and no link to the rest.
  func expansion(of entry: GraphEntry) throws(GraphError) -> [JSONValue.Member] {
    guard let relation = query.expands,
      let id = entry.members.first(where: { $0.name == "id" })?.value.text,
      let application = directory.application(.objectID(id))
    else { return [] }
    let listing: GraphListing
    switch relation {
    case .owners: listing = owners(of: application)
    case .federatedIdentityCredentials:
      guard directory.expandsFederations else {
        throw .unsupportedQuery("'\(relation.rawValue)' cannot be expanded here.")
      }
      listing = federations(of: application)
    }
    let selection = GraphSelection(query.expandedSelect)
    var values: [JSONValue] = []
    for number in 0..<min(20, listing.count) {
      values.append(
        .object(try selection.apply(to: listing.entry(number), type: listing.type)))
    }
    return [JSONValue.Member(name: relation.rawValue, value: .array(values))]
  }
}

extension GraphCaller {
  /// Whoever may not read users sees of an owner the id alone.
  var mayReadUsers: Bool { has("User.Read.All", "User.ReadBasic.All", "Directory.Read.All") }
}
