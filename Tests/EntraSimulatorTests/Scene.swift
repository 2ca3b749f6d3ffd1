import EntraSimulator
import Foundation

/// One tenant of Entra ID with the applications of a test, asked without sockets.
struct Scene {
  static let tenant = GUID.numbered(1)
  static let client = GUID.numbered(2)
  static let now = Date(timeIntervalSince1970: 1_795_000_000)
  static let login = "https://login.microsoftonline.com/\(tenant)"
  static let tokenURL = login + "/oauth2/v2.0/token"
  static let graph = "https://graph.microsoft.com/.default"
  static let jwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

  let core: SimulatorCore

  init(_ application: SimulatedApplication, _ change: (inout SimulatedTenant) -> Void = { _ in })
    throws
  {
    var tenant = SimulatedTenant.entra("contoso", id: Self.tenant, [application])
    change(&tenant)
    core = try SimulatorCore(SimulatedWorld([tenant]), clock: { Self.now })
  }

  init(_ world: SimulatedWorld) throws { core = try SimulatorCore(world, clock: { Self.now }) }

  /// An application with the secret `right`, the usual subject.
  static func secretScene(script: [ScriptStep] = []) throws -> Scene {
    try Scene(.secret("billing", clientID: client, "right", roles: ["User.Read.All"])) {
      $0.script = script
    }
  }

  func get(_ url: String) -> SimulatedResponse { core.answer(.get(url)) }

  func post(
    _ form: KeyValuePairs<String, String>, to url: String = Scene.tokenURL,
    headers: [(name: String, value: String)] = []
  ) -> SimulatedResponse {
    core.answer(.post(url, form: form, headers: headers))
  }

  func secret(
    _ secret: String = "right", scope: String = Scene.graph, client: String = Scene.client,
    to url: String = Scene.tokenURL
  ) -> SimulatedResponse {
    post(
      [
        "grant_type": "client_credentials", "client_id": client, "client_secret": secret,
        "scope": scope,
      ], to: url)
  }

  func assertion(
    _ assertion: String, client: String = Scene.client, to url: String = Scene.tokenURL
  ) -> SimulatedResponse {
    post(
      [
        "grant_type": "client_credentials", "client_id": client, "scope": Scene.graph,
        "client_assertion_type": Scene.jwtBearer, "client_assertion": assertion,
      ], to: url)
  }
}

extension SimulatedResponse {
  /// The last of `error_codes`.
  var code: Int? {
    guard case .number(let spelling) = json?["error_codes"]?.elements?.last else { return nil }
    return Int(spelling)
  }

  var error: String? { json?["error"]?.text }
  var errorDescription: String { json?["error_description"]?.text ?? "" }
  var accessToken: String? { json?["access_token"]?.text }
}

/// A token taken apart, without the simulator's own parser.
struct OpenedToken {
  let header: [String: any Sendable]
  let claims: [String: any Sendable]
  let parts: [String]

  init?(_ text: String?) {
    guard let text else { return nil }
    parts = text.split(separator: ".").map(String.init)
    guard parts.count == 3 else { return nil }
    func open(_ part: String) -> [String: any Sendable]? {
      base64URL(part).flatMap {
        try? JSONSerialization.jsonObject(with: $0) as? [String: any Sendable]
      }
    }
    guard let header = open(parts[0]), let claims = open(parts[1]) else { return nil }
    self.header = header
    self.claims = claims
  }
}

func base64URL(_ text: String) -> Data? {
  let standard = text.replacingOccurrences(of: "-", with: "+")
    .replacingOccurrences(of: "_", with: "/")
  return Data(base64Encoded: standard + String(repeating: "=", count: (4 - text.count % 4) % 4))
}

func base64URL(_ data: some Sequence<UInt8>) -> String {
  Data(data).base64EncodedString().replacingOccurrences(of: "+", with: "-")
    .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
}
