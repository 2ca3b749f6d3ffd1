import EntraIdentity

/// A service that answers one path with the fuzzer's bytes, and everything else as it should be.
struct FuzzedService: HTTPTransport {
  static let tenant = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"
  static let origin = "https://login.microsoftonline.com"
  static let authority = "\(origin)/\(tenant)"
  static let configuration = """
    {"issuer":"\(authority)/v2.0","token_endpoint":"\(authority)/oauth2/v2.0/token",\
    "jwks_uri":"\(authority)/discovery/v2.0/keys"}
    """

  /// How the path ends that is answered with the bytes.
  let end: String
  let status: Int
  let bytes: [UInt8]

  /// Whatever a document says, nobody but the cloud's own hosts may be asked, and those of its regions.
  private static func mayBeAsked(_ url: EndpointURL) -> Bool {
    let hosts = [
      "login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net",
    ]
    let labels = url.host.split(separator: ".", omittingEmptySubsequences: false)
    let isRegional = labels.dropFirst().elementsEqual(["login", "microsoft", "com"])
    return url.port == nil && (hosts.contains(url.host) || isRegional && labels[0] != "")
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    precondition(Self.mayBeAsked(request.url), "another host is asked")
    let path = request.url.path
    let headers = [(name: "Content-Type", value: "application/json")]
    if path.hasSuffix(end) { return HTTPResponse(status: status, headers: headers, body: bytes) }
    if path.hasSuffix("/openid-configuration") {
      return HTTPResponse(status: 200, headers: headers, body: Array(Self.configuration.utf8))
    }
    if path.hasSuffix("/keys") {
      return HTTPResponse(status: 200, headers: headers, body: Array(#"{"keys":[]}"#.utf8))
    }
    throw TransportError(kind: .refused, host: request.url.host, detail: "nobody is there")
  }
}
