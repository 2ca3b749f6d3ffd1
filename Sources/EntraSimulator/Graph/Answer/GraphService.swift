import Synchronization

/// Microsoft Graph as far as it tells of applications: checks the token, its roles and the quota,
/// and answers for the tenant that the token names.
final class GraphService: Sendable {
  private let index: WorldIndex
  private let keys: SigningKeys
  private let state = Mutex(GraphState())

  init(_ index: WorldIndex, keys: SigningKeys) {
    self.index = index
    self.keys = keys
  }

  func answer(_ exchange: Exchange) -> SimulatedResponse {
    var response: SimulatedResponse
    do throws(GraphError) {
      let caller = try GraphCaller(exchange, index: index, keys: keys)
      guard !state.withLock({ $0.expired.contains(caller.token) }) else { throw .expiredToken }
      let target = try GraphTarget(exchange.request.path)
      response =
        if case .batch = target { try batch(exchange, caller) } else {
          try single(target, exchange, caller)
        }
    } catch {
      response = error.response(exchange)
    }
    response.setHeader("request-id", exchange.traceID)
    response.setHeader("client-request-id", exchange.correlationID)
    return response
  }

  private func single(
    _ target: GraphTarget, _ exchange: Exchange, _ caller: GraphCaller
  ) throws(GraphError) -> SimulatedResponse {
    guard exchange.request.method == "GET" else {
      throw GraphError(
        405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.")
    }
    let query = try GraphQuery(exchange.request)
    let directory = caller.tenant.directory ?? SimulatedDirectory(of: caller.tenant)
    if let unknown = query.select?.first(where: directory.unknownMembers.contains) {
      throw .noSuchMember(unknown, of: "application")
    }
    let headers = try state.withLock { state throws(GraphError) in
      try state.throttle.admit(
        caller, quota: directory.quota, cost: query.cost(of: target),
        isKeyList: target.isList && query.select?.contains("keyCredentials") == true,
        at: exchange.now)
    }
    let fault = self.fault(of: directory, target.collection, page: query.page, caller)
    var response: SimulatedResponse
    if let instead = try misbehaviour(fault, exchange, caller) {
      response = instead
    } else {
      response = try GraphAnswer(
        exchange: exchange, caller: caller, directory: directory, target: target, query: query
      ).response(fault)
      if case .answer(let behaviour) = fault { response.bend(behaviour) }
    }
    for header in headers { response.setHeader(header.name, header.value) }
    return response
  }

  private func fault(
    of directory: SimulatedDirectory, _ collection: GraphCollection, page: Int,
    _ caller: GraphCaller
  ) -> GraphFault? {
    guard !directory.script.isEmpty else { return nil }
    return state.withLock {
      $0.next(directory.script, tenant: caller.tenant.id, collection: collection, page: page)
    }
  }

  /// The response that takes the place of the regular one, where the fault asks for one.
  private func misbehaviour(
    _ fault: GraphFault?, _ exchange: Exchange, _ caller: GraphCaller
  ) throws(GraphError) -> SimulatedResponse? {
    switch fault {
    case .answer(let behaviour):
      var bent = exchange
      bent.behaviour = behaviour
      return MisbehavingResponse(bent).response
    case .refused(let status, let code, let message):
      throw GraphError(status, code, message)
    case .expiredToken:
      state.withLock { _ = $0.expired.insert(caller.token) }
      throw .expiredToken
    default: return nil
    }
  }

  // MARK: $batch

  private func batch(
    _ exchange: Exchange, _ caller: GraphCaller
  ) throws(GraphError) -> SimulatedResponse {
    let directory = caller.tenant.directory ?? SimulatedDirectory(of: caller.tenant)
    let batch = try GraphBatch(exchange)
    let fault = self.fault(of: directory, .batch, page: 1, caller)
    if let instead = try misbehaviour(fault, exchange, caller) { return instead }
    var response = batch.response { member in
      do throws(GraphError) {
        return try single(GraphTarget(member.request.path), member, caller)
      } catch {
        return error.response(member)
      }
    }
    if case .truncated = fault {
      response.body = .bytes(Array(response.bytes.prefix(response.bytes.count / 2)))
    }
    if case .answer(let behaviour) = fault { response.bend(behaviour) }
    return response
  }
}

extension GraphTarget {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
