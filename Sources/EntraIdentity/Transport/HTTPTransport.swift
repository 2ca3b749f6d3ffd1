/// How requests leave the process: one request in, one whole response out.
///
/// A transport owns connections, TLS, proxies, the time limit of one attempt and the limit on the
/// body. It follows no redirect, keeps no cookie, and never tries again: retries and the deadline
/// belong to the caller.
public protocol HTTPTransport: Sendable {
  /// Sends one request and collects its response.
  /// - Parameter request: The request, with its own limits on time and size.
  /// - Returns: The response, whatever its status.
  /// - Throws: ``TransportError`` where there is no whole response.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}
