import EntraIdentity

/// A service without a network: it has an answer before it is asked.
struct CannedService: HTTPTransport {
  static let host = "https://login.microsoftonline.com"
  static let scope = "https://graph.microsoft.com/.default"
  /// As long as Entra's usual tokens are.
  private static let token = String(repeating: "t", count: 1500)
  private static let headers = [(name: "Content-Type", value: "application/json")]

  private static let granted = HTTPResponse(
    status: 200, headers: headers,
    body: Array(
      #"{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"\#(token)"}"#
        .utf8))

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    guard request.method == .get else { return Self.granted }
    let tenant = request.url.path.split(separator: "/").first.map(String.init) ?? ""
    let root = "\(Self.host)/\(tenant)"
    let document = """
      {"issuer":"\(root)/v2.0","token_endpoint":"\(root)/oauth2/v2.0/token",
      "authorization_endpoint":"\(root)/oauth2/v2.0/authorize",
      "jwks_uri":"\(root)/discovery/v2.0/keys","cloud_instance_name":"microsoftonline.com",
      "msgraph_host":"graph.microsoft.com","tenant_region_scope":"NA"}
      """
    return HTTPResponse(status: 200, headers: Self.headers, body: Array(document.utf8))
  }

  /// The GUID of a tenant, by its number.
  static func tenant(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// A client over this service, whose own tenant is the first.
  static func client(_ cache: TokenCache) throws -> ConfidentialClient {
    ConfidentialClient(
      clientID: ClientID("8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"),
      credential: .secret(Secret("canned"), .post),
      authority: try Authority("\(host)/\(tenant(0))"), transport: CannedService(), cache: cache)
  }
}
