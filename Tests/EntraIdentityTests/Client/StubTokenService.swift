import EntraIdentity
import Foundation
import Synchronization
import TestSupport

/// A token service in memory: it knows the document of every tenant on a known cloud's hosts, gives
/// out one token after the other, and answers otherwise where a test says so.
final class StubTokenService: HTTPTransport {
  static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
  static let otherTenant = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"
  /// What every domain resolves to.
  static let domainTenant = "8d4ef3b1-91a4-4c2e-9b77-31f6a0f1c0aa"

  struct Answer: Sendable {
    var status = 200
    var headers: [(name: String, value: String)] = []
    var fields: [String: any Sendable] = [:]
    /// What comes in place of JSON.
    var text: String?
    /// The network's failure that comes in place of everything.
    var failure: TransportError.Kind?

    static func token(
      _ name: String? = nil, expiresIn: Int = 3599, refreshIn: Int? = nil, scope: String? = nil
    ) -> Answer {
      var fields: [String: any Sendable] = ["token_type": "Bearer", "expires_in": expiresIn]
      fields["access_token"] = name
      fields["refresh_in"] = refreshIn
      fields["scope"] = scope
      return Answer(fields: fields)
    }

    static func refusal(
      _ code: Int, _ error: String = "invalid_client", status: Int = 400, retryAfter: String? = nil
    ) -> Answer {
      Answer(
        status: status, headers: retryAfter.map { [("Retry-After", $0)] } ?? [],
        fields: [
          "error": error, "error_description": "AADSTS\(code): no", "error_codes": [code],
          "correlation_id": "c-1", "trace_id": "t-1",
        ])
    }

    static func page(_ status: Int, retryAfter: String? = nil) -> Answer {
      Answer(
        status: status, headers: retryAfter.map { [("Retry-After", $0)] } ?? [], text: "<p>busy")
    }
  }

  private struct State {
    var script: [Answer] = []
    var discovery: [String: [String: String]] = [:]
    var tokens = 0
    var requests: [HTTPRequest] = []
    var isHeld = false
    var held: [CheckedContinuation<Void, Never>] = []
    var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  var requests: [HTTPRequest] { state.withLock { $0.requests } }
  var tokenRequests: [HTTPRequest] { requests.filter { $0.method == .post } }

  /// The answers to the next token requests; what comes after them is a token.
  func script(_ answers: Answer...) { state.withLock { $0.script += answers } }

  /// The document of an authority of another family.
  func serve(_ authority: Authority, _ fields: [String: String]) {
    state.withLock { $0.discovery[authority.discoveryURL.description] = fields }
  }

  /// From now on token requests wait.
  func hold() { state.withLock { $0.isHeld = true } }

  /// Lets all go that wait, and those that come.
  func release() {
    let held = state.withLock { state in
      defer { state.held = [] }
      state.isHeld = false
      return state.held
    }
    for continuation in held { continuation.resume() }
  }

  /// Waits until so many token requests have come, or the test's time is up.
  func arrived(_ count: Int) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isThere = state.withLock { state in
          if Task.isCancelled || state.requests.filter({ $0.method == .post }).count >= count {
            return true
          }
          state.watchers.append((count, continuation))
          return false
        }
        if isThere { continuation.resume() }
      }
    } onCancel: {
      let watchers = state.withLock { state in
        defer { state.watchers = [] }
        return state.watchers
      }
      for watcher in watchers { watcher.continuation.resume() }
    }
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let ready = state.withLock { state in
      state.requests.append(request)
      let count = state.requests.filter { $0.method == .post }.count
      defer { state.watchers.removeAll { $0.count <= count } }
      return state.watchers.filter { $0.count <= count }.map(\.continuation)
    }
    for continuation in ready { continuation.resume() }
    guard request.method == .post else { return try document(request.url) }
    await withCheckedContinuation { continuation in
      let isHeld = state.withLock { state in
        if state.isHeld { state.held.append(continuation) }
        return state.isHeld
      }
      if !isHeld { continuation.resume() }
    }
    if Task.isCancelled {
      throw TransportError(kind: .cancelled, host: request.url.host, detail: "cancelled")
    }
    return try respond(to: request)
  }

  private func respond(to request: HTTPRequest) throws(TransportError) -> HTTPResponse {
    let (answer, number) = state.withLock { state in
      let answer = state.script.isEmpty ? Answer.token() : state.script.removeFirst()
      if answer.status == 200 { state.tokens += 1 }
      return (answer, state.tokens)
    }
    if let kind = answer.failure {
      throw TransportError(kind: kind, host: request.url.host, detail: "scripted")
    }
    if let text = answer.text {
      return HTTPResponse(
        status: answer.status, headers: answer.headers + [("Content-Type", "text/html")],
        body: Array(text.utf8))
    }
    var fields: [String: any Sendable] = answer.fields
    if answer.status == 200, fields["access_token"] == nil {
      fields["access_token"] = "token-\(number)"
    }
    return json(fields, status: answer.status, headers: answer.headers)
  }

  private func document(_ url: EndpointURL) throws(TransportError) -> HTTPResponse {
    if let fields = state.withLock({ $0.discovery[url.description] }) { return json(fields) }
    guard Cloud.known(host: url.host) != nil,
      let tenant = url.path.split(separator: "/").first.flatMap({ TenantID(String($0)) })
    else { throw TransportError(kind: .dns, host: url.host, detail: "nobody is there") }
    let base: String
    if case .guid(let guid) = tenant {
      base = "\(url.origin)/\(guid)"
    } else {
      base = "\(url.origin)/\(Self.domainTenant)"
    }
    return json([
      "issuer": base + "/v2.0", "token_endpoint": base + "/oauth2/v2.0/token",
      "jwks_uri": base + "/discovery/v2.0/keys",
    ])
  }

  private func json(
    _ fields: [String: any Sendable], status: Int = 200,
    headers: [(name: String, value: String)] = []
  ) -> HTTPResponse {
    let body = (try? JSONSerialization.data(withJSONObject: fields)) ?? Data()
    return HTTPResponse(
      status: status, headers: headers + [("Content-Type", "application/json")], body: Array(body))
  }
}

extension HTTPRequest {
  /// A field of the form, decoded.
  func field(_ name: String) -> String? {
    let pairs = body.withValue { $0.split(separator: "&").map(String.init) }
    guard let pair = pairs.first(where: { $0.hasPrefix(name + "=") }) else { return nil }
    return pair.dropFirst(name.count + 1).replacing("+", with: " ").removingPercentEncoding
  }

  /// A header's value.
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

extension AcquiredToken {
  /// The token's characters, which in these tests are nobody's secret.
  var text: String { accessToken.withValue(\.self) }
}
