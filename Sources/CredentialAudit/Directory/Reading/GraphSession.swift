import EntraIdentity
import Foundation

/// One reading's exchange with Graph: its token, its repeats, its waits and its time.
actor GraphSession {
  nonisolated let limits: DirectoryLimits
  nonisolated let time: any TimeSource
  private let transport: any HTTPTransport
  private let gate: RequestGate
  private let graph: EndpointURL
  private let tenant: String
  private let tokens: any DirectoryTokens
  private let product: ProductIdentity
  private let timeout: Duration
  private let retry: RetryPolicy
  private let deadline: Date
  private var throttle: GraphThrottle
  private var token: Secret?

  /// How many requests were sent, repeats included.
  private(set) var requests = 0

  init(
    transport: any HTTPTransport, gate: RequestGate, time: any TimeSource, graph: EndpointURL,
    tenantID: UUID, tokens: any DirectoryTokens, product: ProductIdentity,
    settings: NetworkSettings, limits: DirectoryLimits
  ) {
    self.transport = transport
    self.gate = gate
    self.time = time
    self.graph = graph
    // Not the authority's own key: what Graph asks to be spared is not what the token endpoint does.
    tenant = "graph " + tenantID.uuidString
    self.tokens = tokens
    self.product = product
    self.limits = limits
    timeout = settings.timeout
    retry = RetryPolicy(maximumAttempts: settings.retries + 1)
    deadline = time.now + limits.time / .seconds(1)
    throttle = GraphThrottle(limits)
  }

  /// The address of a query.
  /// - Parameters:
  ///   - query: Path and query below the version.
  ///   - place: What that is a part of.
  /// - Returns: The address.
  /// - Throws: Where it is none, which an identifier that a server gave could bring about.
  nonisolated func url(_ query: String, at place: GraphPlace) throws(DirectoryFailure)
    -> EndpointURL
  {
    do throws(EndpointURL.Problem) {
      return try EndpointURL(graph.origin + "/v1.0/" + query)
    } catch {
      throw place.failure(.malformed("what is to be asked for is no address"))
    }
  }

  /// Asks until there is an answer, for as long as another attempt may bring one.
  /// - Parameters:
  ///   - url: What is asked for.
  ///   - place: What that is a part of.
  ///   - readsKeys: Whether the answer brings certificates and keys, which has a limit of its own.
  ///   - counts: Whether a number is asked for, which is no JSON and an advanced query.
  /// - Returns: The answer, with a status of 2xx.
  /// - Throws: Why there is none.
  func get(
    _ url: EndpointURL, at place: GraphPlace, readsKeys: Bool = false, counts: Bool = false
  ) async throws(DirectoryFailure) -> HTTPResponse {
    var attempt = 1
    var isRenewed = false
    while true {
      let token = try await currentToken(at: place)
      let trouble: GraphTrouble
      do throws(TransportError) {
        let response = try await send(url, token: token, readsKeys: readsKeys, counts: counts)
        let reader = ResponseReader(host: url.host, now: time.now, sent: [token])
        guard
          let found = GraphTrouble(response, reader: reader, token: token, expectsJSON: !counts)
        else { return response }
        trouble = found
      } catch {
        trouble = .unexpected(.transport(error))
      }
      if trouble.isExpiredToken, !isRenewed {
        // Once for each request: a service that takes no token at all is not asked for ever.
        isRenewed = true
        self.token = try await newToken(renewed: true, at: place)
        continue
      }
      let failure = place.failure(reason(of: trouble, at: place, token: token))
      guard trouble.isTransient, attempt < retry.maximumAttempts,
        let pause = retry.pause(after: attempt, retryAfter: trouble.retryAfter),
        time.now + pause / .seconds(1) < deadline
      else { throw failure }
      try await sleep(pause, at: place)
      attempt += 1
    }
  }

  /// Waits, unless the reading is ended meanwhile.
  func sleep(_ pause: Duration, at place: GraphPlace) async throws(DirectoryFailure) {
    do {
      try await time.sleep(for: pause)
    } catch {
      throw place.failure(
        .failed(
          .transport(
            TransportError(kind: .cancelled, host: graph.host, detail: "the run was ended"))))
    }
  }

  private func send(
    _ url: EndpointURL, token: Secret, readsKeys: Bool, counts: Bool
  ) async throws(TransportError) -> HTTPResponse {
    let pause = throttle.pause(readsKeys: readsKeys, now: time.now)
    if pause > .zero {
      do {
        try await time.sleep(for: pause)
      } catch {
        throw TransportError(kind: .cancelled, host: url.host, detail: "the run was ended")
      }
    }
    let left = deadline.timeIntervalSince(time.now)
    guard left > 0 else {
      throw TransportError(kind: .deadline, host: url.host, detail: "the reading took too long")
    }
    let limit = min(timeout, .seconds(left))
    let gated = GatedTransport(transport, gate: gate, tenant: tenant, timeout: limit)
    throttle.sent(readsKeys: readsKeys, at: time.now)
    requests += 1
    let response = try await gated.send(request(url, token: token, counts: counts))
    throttle.heard(response, at: time.now)
    return response
  }

  private func request(_ url: EndpointURL, token: Secret, counts: Bool) -> HTTPRequest {
    var headers = [
      ("Authorization", token.withValue { "Bearer " + $0 }),
      ("Accept", counts ? "text/plain" : "application/json"),
      ("User-Agent", product.userAgent),
      ("client-request-id", UUID.random().text),
      // Whoever waits for an answer comes before an audit.
      ("x-ms-throttle-priority", "low"),
    ]
    if counts { headers.append(("ConsistencyLevel", "eventual")) }
    return HTTPRequest(
      method: .get, url: url, headers: headers.map { (name: $0.0, value: $0.1) },
      timeout: timeout, maximumResponseBytes: limits.pageBytes)
  }

  private func currentToken(at place: GraphPlace) async throws(DirectoryFailure) -> Secret {
    if let token { return token }
    let first = try await newToken(renewed: false, at: place)
    token = first
    return first
  }

  private func newToken(
    renewed: Bool, at place: GraphPlace
  ) async throws(DirectoryFailure) -> Secret {
    do throws(IdentityError) {
      return try await tokens.token(renewed: renewed)
    } catch {
      throw place.failure(.noToken(error))
    }
  }

  private func reason(
    of trouble: GraphTrouble, at place: GraphPlace, token: Secret
  ) -> DirectoryFailure.Reason {
    switch trouble {
    case .refused(let refusal, _):
      let isDenied = refusal.status == 403 && refusal.code == "Authorization_RequestDenied"
      // One who has the permission and is denied all the same lacks something else.
      return isDenied && !place.permission.isGranted(by: token)
        ? .permissionMissing(needed: place.permission.rawValue) : .refused(refusal)
    case .unexpected(.transport(let error)) where error.kind == .deadline && time.now >= deadline:
      return .tooMuch("reading took longer than \(limits.time / .seconds(1)) s")
    case .unexpected(let error): return .failed(error)
    }
  }
}
