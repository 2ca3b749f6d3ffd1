import EntraSimulator
import Foundation

/// A tenant whose application reads its directory, asked without sockets.
struct GraphScene {
  static let host = "graph.microsoft.com"
  static let roles = ["Application.Read.All"]

  let core: SimulatorCore

  init(_ directory: SimulatedDirectory?, roles: [String] = Self.roles) throws {
    core = try SimulatorCore(Self.world(directory, roles: roles), clock: { Scene.now })
  }

  static func world(
    _ directory: SimulatedDirectory?, roles: [String] = Self.roles
  ) -> SimulatedWorld {
    var tenant = SimulatedTenant.entra(
      "contoso", id: Scene.tenant,
      [.secret("reader", clientID: Scene.client, "right", roles: roles)])
    tenant.directory = directory
    return SimulatedWorld([tenant])
  }

  /// A token of the reader, as the token endpoint gives it.
  func token(scope: String = Scene.graph, at login: String = Scene.login) throws -> String {
    let answer = core.answer(
      .post(
        login + "/oauth2/v2.0/token",
        form: [
          "grant_type": "client_credentials", "client_id": Scene.client, "client_secret": "right",
          "scope": scope,
        ]))
    guard let token = answer.accessToken else { throw NoToken(answer: answer.errorDescription) }
    return token
  }

  struct NoToken: Error { let answer: String }

  /// Asks for a path below `/v1.0`, or for a whole URL.
  func get(
    _ path: String, token: String? = nil, eventual: Bool = false
  ) throws -> SimulatedResponse {
    let bearer = try token ?? self.token()
    return core.answer(
      .get(
        path.hasPrefix("https:") ? path : "https://\(Self.host)/v1.0" + path,
        headers: [("Authorization", "Bearer " + bearer)]
          + (eventual ? [("ConsistencyLevel", "eventual")] : [])))
  }

  func batch(_ body: JSONValue, method: String = "POST") throws -> SimulatedResponse {
    core.answer(
      SimulatedRequest(
        method: method, authority: Self.host, target: "/v1.0/$batch",
        headers: [
          ("Authorization", "Bearer " + (try token())), ("Content-Type", "application/json"),
        ], body: Array(body.serialized.utf8)))
  }

  /// A directory of so many registrations, named by their number.
  static func many(_ count: Int, script: [GraphStep] = []) -> SimulatedDirectory {
    SimulatedDirectory(generated: GeneratedApplications(count), script: script)
  }

  /// Follows the links from a path to their end and gives every page.
  func walk(_ path: String, eventual: Bool = false) throws -> [SimulatedResponse] {
    let token = try token()
    var pages = [try get(path, token: token, eventual: eventual)]
    while let link = pages.last?.nextLink, pages.count < 200 {
      pages.append(try get(link, token: token, eventual: eventual))
    }
    return pages
  }
}

extension SimulatedResponse {
  var nextLink: String? { json?["@odata.nextLink"]?.text }
  var values: [JSONValue] { json?["value"]?.elements ?? [] }
  /// Graph's code of a refusal.
  var graphCode: String? { json?["error"]?["code"]?.text }
  var graphMessage: String? { json?["error"]?["message"]?.text }
}
