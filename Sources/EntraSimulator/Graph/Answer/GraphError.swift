import Foundation

/// Why Graph says no.
struct GraphError: Error {
  let status: Int
  let code: String
  let message: String
  var headers: [(name: String, value: String)] = []

  init(
    _ status: Int, _ code: String, _ message: String,
    headers: [(name: String, value: String)] = []
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.headers = headers
  }

  /// The response, in Graph's form.
  func response(_ exchange: Exchange) -> SimulatedResponse {
    let requestID = JSONValue.string(exchange.traceID)
    var inner: JSONValue = ["date": .string(Moment(exchange.now).bare), "request-id": requestID]
    if status == 429 {
      // Recorded: throttling has members of its own.
      inner["code"] = "429"
      inner["message"] = "Please retry after"
      inner["status"] = "429"
    } else {
      inner["client-request-id"] = .string(exchange.correlationID)
    }
    return .json(
      ["error": ["code": .string(code), "message": .string(message), "innerError": inner]],
      status: status, headers: headers)
  }

  static func noSuchSegment(_ segment: String) -> GraphError {
    GraphError(400, "BadRequest", "Resource not found for the segment '\(segment)'.")
  }

  static func noSuchObject(_ id: String) -> GraphError {
    GraphError(
      404, "Request_ResourceNotFound",
      "Resource '\(id)' does not exist or one of its queried reference-property objects are not "
        + "present.")
  }

  static func noSuchMember(_ name: String, of type: String) -> GraphError {
    GraphError(
      400, "BadRequest",
      "Could not find a property named '\(name)' on type 'microsoft.graph.\(type)'.")
  }

  static func unsupportedQuery(_ message: String) -> GraphError {
    GraphError(400, "Request_UnsupportedQuery", message)
  }

  static let permissionMissing = GraphError(
    403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")

  /// A token that is not taken. The challenge names Graph by its client id.
  static func badToken(_ message: String) -> GraphError {
    let challenge =
      "Bearer realm=\"\", authorization_uri="
      + "\"https://login.microsoftonline.com/common/oauth2/authorize\", "
      + "client_id=\"00000003-0000-0000-c000-000000000000\""
    return GraphError(
      401, "InvalidAuthenticationToken", message, headers: [("WWW-Authenticate", challenge)])
  }

  static let expiredToken = badToken("Lifetime validation failed, the token is expired.")

  static func throttled(_ headers: [(name: String, value: String)]) -> GraphError {
    GraphError(429, "TooManyRequests", "Please retry again later.", headers: headers)
  }
}
