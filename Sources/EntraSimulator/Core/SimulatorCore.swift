package import Foundation
import Synchronization

/// The service without its sockets: a request in, a response out.
package final class SimulatorCore: Sendable {
  package let world: SimulatedWorld
  let index: WorldIndex
  let keys: SigningKeys
  private let graph: GraphService
  private let now: @Sendable () -> Date
  private let scripts = Mutex(ScriptState())
  /// The `jti` of assertions for which a token was issued, with their end.
  private let usedAssertions = Mutex<[String: Date]>([:])
  let log = RequestLog()
  private let journal: RequestJournal?

  package init(
    _ world: SimulatedWorld, clock: @escaping @Sendable () -> Date = { Date() },
    journal: RequestJournal? = nil
  ) throws {
    self.world = world
    self.journal = journal
    index = WorldIndex(world)
    keys = try SigningKeys.shared()
    graph = GraphService(index, keys: keys)
    now = clock
  }

  /// Answers one request.
  package func answer(_ request: SimulatedRequest) -> SimulatedResponse {
    let place =
      index.locate(request) ?? Place(endpoint: .other, family: .oidc(host: "", path: ""))
    var exchange = Exchange(request, place: place, now: now())
    exchange.behaviour = behaviour(of: exchange)
    var response = MisbehavingResponse(exchange).response ?? regular(exchange)
    response.bend(exchange.behaviour)
    if response.delay == nil { response.delay = world.latency }
    if case .entra = place.family, place.endpoint != .graph { Self.trace(&response, exchange) }
    response.setHeader("Date", Moment(exchange.now).httpDate)
    log.record(exchange, status: response.status)
    journal?.record(exchange, status: response.status)
    return response
  }

  private func behaviour(of exchange: Exchange) -> Misbehaviour {
    let host = exchange.request.host
    let tenant = exchange.place.tenant
    let endpoint = exchange.place.endpoint
    let application = endpoint == .token ? exchange.application : nil
    let ofHost = index.script(ofHost: host)
    let ofTenant = tenant?.script ?? []
    let ofApplication = application?.script ?? []
    guard !(ofHost.isEmpty && ofTenant.isEmpty && ofApplication.isEmpty) else { return .normal }
    let owner = tenant.map { "tenant \($0.id)" } ?? ""
    return scripts.withLock { state in
      state.next(ofHost, owner: "host \(host)", endpoint: endpoint)
        ?? state.next(ofTenant, owner: owner, endpoint: endpoint)
        ?? state.next(
          ofApplication, owner: owner + " app \(application?.clientID ?? "")", endpoint: endpoint)
        ?? .normal
    }
  }

  private func regular(_ exchange: Exchange) -> SimulatedResponse {
    let method = exchange.request.method
    switch exchange.place.endpoint {
    case .other: return .empty(404)
    case .token where method != "POST": return .empty(405)
    case .instanceDiscovery, .discovery, .keys:
      guard method == "GET" else { return .empty(405) }
    case .graph: return graph.answer(exchange)
    case .token: break
    }
    do throws(Refusal) {
      switch exchange.place.endpoint {
      case .instanceDiscovery: return try InstanceDiscovery(exchange).response()
      case .discovery: return try DiscoveryDocument(exchange).response()
      case .keys: return try KeySetDocument(exchange, keys: keys).response()
      case .token, .graph, .other: return try token(exchange)
      }
    } catch {
      return error.response(exchange)
    }
  }

  private func token(_ exchange: Exchange) throws(Refusal) -> SimulatedResponse {
    let grant =
      exchange.place.family.isPlatform
      ? try PlatformTokenEndpoint(exchange).grant() : try OAuthTokenEndpoint(exchange).grant()
    if let use = grant.assertionUse { try consume(use, of: exchange) }
    let (response, token) = AccessTokenMint(keys, exchange).response(for: grant)
    if let token { log.record(token: token) }
    return response
  }

  /// An assertion that led to a token is used up; one that was refused may be sent again.
  private func consume(_ use: Grant.AssertionUse, of exchange: Exchange) throws(Refusal) {
    let moment = exchange.now
    let isNew = usedAssertions.withLock { used in
      if used.count > 10_000 { used = used.filter { $0.value > moment } }
      return used.updateValue(use.end, forKey: use.key) == nil
    }
    guard isNew || exchange.place.tenant?.tolerances.contains(.reusedAssertions) == true else {
      throw exchange.place.family.isPlatform ? .assertionUsedAgain : .invalidClient
    }
  }

  private static func trace(_ response: inout SimulatedResponse, _ exchange: Exchange) {
    response.setHeader("x-ms-request-id", exchange.traceID)
    response.setHeader("x-ms-ests-server", "2.1.0 - SIMULATED")
    response.setHeader("x-ms-srs", "1.P")
    if exchange.request.header("client-request-id") != nil {
      response.setHeader("client-request-id", exchange.correlationID)
    }
  }

  /// Requests so far, in order, up to 20,000.
  package var requests: [LoggedRequest] { log.snapshot.requests }

  /// How many requests there were in all.
  package var requestCount: Int { log.snapshot.total }

  /// How many requests an endpoint had, over all tenants.
  package func requestCount(_ endpoint: ScriptStep.Endpoint) -> Int {
    log.snapshot.countByEndpoint[endpoint] ?? 0
  }

  /// How many requests a host had.
  package func requestCount(host: String) -> Int { log.snapshot.countByHost[host] ?? 0 }

  /// How many requests of a host were answered at the same time at most; counted over sockets only.
  package func peakInFlight(host: String) -> Int { log.snapshot.peakInFlight[host] ?? 0 }

  /// Every secret, assertion and token that passed, for tests that look for leaks.
  package var secretsSeen: [String] { log.snapshot.secrets }

  func proxyBehaviour(for host: String) -> ProxyStep.Behaviour {
    world.proxy.isEmpty
      ? .tunnel : scripts.withLock { $0.next(world.proxy, host: host) }
  }
}
