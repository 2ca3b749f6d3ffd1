import Synchronization

/// What a service was asked, without any secret.
package struct LoggedRequest: Sendable, Hashable {
  package let host: String
  package let method: String
  package let path: String
  /// The query, where Graph was asked; elsewhere it may hold what is not to be kept.
  package let query: String?
  package let endpoint: ScriptStep.Endpoint
  package let headerNames: [String]
  package let fieldNames: [String]
  package let clientID: String?
  package let status: Int
}

/// Requests and secrets as they came, up to a bound: a benchmark of hours must not fill the memory.
final class RequestLog: Sendable {
  struct Content: Sendable {
    var requests: [LoggedRequest] = []
    var secrets: [String] = []
    var countByEndpoint: [ScriptStep.Endpoint: Int] = [:]
    var countByHost: [String: Int] = [:]
    var total = 0
    var inFlight: [String: Int] = [:]
    var peakInFlight: [String: Int] = [:]
  }

  static let capacity = 20_000
  private let content = Mutex(Content())

  var snapshot: Content { content.withLock { $0 } }

  func record(_ exchange: Exchange, status: Int) {
    let request = exchange.request
    let entry = LoggedRequest(
      host: request.host, method: request.method, path: request.path,
      query: exchange.place.endpoint == .graph ? request.query : nil,
      endpoint: exchange.place.endpoint, headerNames: request.headers.map(\.name),
      fieldNames: exchange.form.fields.map(\.name), clientID: exchange.clientID, status: status)
    let secrets = [
      exchange.form["client_secret"], exchange.form["client_assertion"], exchange.basic?.password,
    ].compactMap { $0 }
    content.withLock {
      $0.total += 1
      $0.countByEndpoint[entry.endpoint, default: 0] += 1
      $0.countByHost[entry.host, default: 0] += 1
      if $0.requests.count < Self.capacity { $0.requests.append(entry) }
      if $0.secrets.count < Self.capacity { $0.secrets += secrets }
    }
  }

  /// A request to the host has arrived whole.
  func begin(_ host: String) {
    content.withLock {
      let now = $0.inFlight[host, default: 0] + 1
      $0.inFlight[host] = now
      $0.peakInFlight[host] = max(now, $0.peakInFlight[host] ?? 0)
    }
  }

  /// Its response was written, or its client went away.
  func end(_ host: String) { content.withLock { $0.inFlight[host, default: 1] -= 1 } }

  func record(token: String) {
    content.withLock { if $0.secrets.count < Self.capacity { $0.secrets.append(token) } }
  }
}
