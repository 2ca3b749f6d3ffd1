package import Foundation
import Synchronization

/// A machine's token endpoint without its socket: a request in, a response out.
package final class MachineService: Sendable {
  package let machine: SimulatedMachine
  private let tokens: MachineTokens
  private let now: @Sendable () -> Date
  private let scripts = Mutex(ScriptState())
  private let log = Mutex<(requests: [SimulatedRequest], secrets: [String])>(([], []))
  private let arc: ArcAgent

  package init(
    _ machine: SimulatedMachine, clock: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    self.machine = machine
    tokens = try MachineTokens()
    now = clock
    arc = ArcAgent(folder: machine.keyFolder ?? "", challenge: machine.challenge)
  }

  /// Requests so far, whole: what is in their headers is the machine's own.
  package var requests: [SimulatedRequest] { log.withLock { $0.requests } }

  /// Every token and key that was given, and the header that proves where a request comes from.
  package var secretsSeen: [String] { [machine.header] + log.withLock { $0.secrets } }

  /// Answers one request.
  package func answer(_ request: SimulatedRequest) -> SimulatedResponse {
    log.withLock { $0.requests.append(request) }
    var exchange = Exchange(readable(request), place: place, now: now())
    exchange.behaviour =
      scripts.withLock { $0.next(machine.script, owner: "machine", endpoint: .token) } ?? .normal
    var response = MisbehavingResponse(exchange).response ?? regular(request, exchange)
    switch exchange.behaviour {
    case .delay(let duration): response.delay = duration
    case .contentType(let type): response.setHeader("Content-Type", type)
    case .closeMidResponse: response.ending = .closeMidway
    default: break
    }
    return response
  }

  private var place: Place {
    Place(
      endpoint: .token, version: .v1, tenantName: machine.tenant.id, tenant: machine.tenant,
      family: machine.tenant.family)
  }

  /// The request with headers and query as a form, so that what repeats forms repeats them.
  private func readable(_ request: SimulatedRequest) -> SimulatedRequest {
    let fields = FormText(request.query ?? "").fields + request.headers
    var copy = request
    copy.headers = [("Content-Type", "application/x-www-form-urlencoded")]
    copy.body = Array(
      fields.map { FormText.encode($0.name) + "=" + FormText.encode($0.value) }
        .joined(separator: "&").utf8)
    return copy
  }

  private func regular(_ request: SimulatedRequest, _ exchange: Exchange) -> SimulatedResponse {
    guard request.path == machine.kind.path,
      request.method == (machine.kind == .cloudShell ? "POST" : "GET")
    else { return .empty(404) }
    do throws(MachineRefusal) {
      guard isProven(request) else { throw MachineRefusal(reason: .unproven) }
      if machine.kind == .azureArc {
        let (answer, key) = arc.challenge(request)
        if let key { log.withLock { $0.secrets.append(key) } }
        if let answer { return answer }
      }
      return try token(request, exchange)
    } catch {
      return error.response(of: machine.kind, tenant: machine.tenant)
    }
  }

  private func isProven(_ request: SimulatedRequest) -> Bool {
    switch machine.kind {
    case .virtualMachine, .azureArc, .cloudShell:
      // Forwarded requests come from somewhere else.
      request.header("metadata") == "true" && request.header("x-forwarded-for") == nil
    case .appService: request.header("x-identity-header") == machine.header
    case .machineLearning, .serviceFabric: request.header("secret") == machine.header
    }
  }

  private func token(
    _ request: SimulatedRequest, _ exchange: Exchange
  ) throws(MachineRefusal) -> SimulatedResponse {
    let parameters = machine.kind == .cloudShell ? request.form : FormText(request.query ?? "")
    let identity = try identity(parameters)
    guard let name = parameters["resource"] else { throw MachineRefusal(reason: .noResource) }
    let exchangeID = "api://AzureADTokenExchange"
    let resource =
      name.hasPrefix(exchangeID)
      ? SimulatedResource([name], applicationID: name)
      : machine.tenant.resource(name, in: machine.tenant.family.cloud)
    guard let resource else { throw MachineRefusal(reason: .unknownResource(name)) }
    let grant = Grant(
      tenant: machine.tenant, application: identity.application, resource: resource,
      audience: name, method: .assertion, assertionUse: nil)
    let (token, left) = tokens.token(
      for: grant, exchange, refused: parameters["token_sha256_to_refresh"])
    log.withLock { $0.secrets.append(token) }
    return body(
      token, secondsLeft: left, resource: name, clientID: identity.application.clientID, exchange)
  }

  private func identity(
    _ parameters: FormText
  ) throws(MachineRefusal) -> SimulatedMachine.Identity {
    for (name, value) in machine.kind.selectors {
      guard let wanted = parameters[name] else { continue }
      guard let found = machine.identities.first(where: { value($0) == wanted }) else {
        throw MachineRefusal(reason: .noIdentity)
      }
      return found
    }
    if let system = machine.identities.first(where: { $0.resourceID == nil }) { return system }
    guard let only = machine.identities.first else { throw MachineRefusal(reason: .noIdentity) }
    guard machine.identities.count == 1 else { throw MachineRefusal(reason: .severalIdentities) }
    return only
  }

  private func body(
    _ token: String, secondsLeft left: Int, resource: String, clientID: String,
    _ exchange: Exchange
  ) -> SimulatedResponse {
    let end = Int(exchange.now.timeIntervalSince1970) + left
    var body: JSONValue = ["resource": .string(resource), "token_type": "Bearer"]
    if case .token(.missing) = exchange.behaviour {} else { body["access_token"] = .string(token) }
    switch machine.kind {
    case .virtualMachine, .azureArc, .cloudShell:
      body["client_id"] = .string(clientID)
      body["expires_in"] = .string(String(left))
      body["ext_expires_in"] = .string(String(left))
      body["expires_on"] = .string(String(end))
    case .appService:
      body["client_id"] = .string(clientID)
      body["expires_on"] = .string(String(end))
    case .machineLearning: body["expires_on"] = .string(String(end))
    case .serviceFabric: body["expires_on"] = JSONValue(end)
    }
    return .json(body)
  }
}

extension MachineService: SimulatedService {
  func begin(_ host: String) {}
  func end(_ host: String) {}
}
