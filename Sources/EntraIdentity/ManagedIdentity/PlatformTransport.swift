/// How requests reach the platform that a process runs on: one request in, one whole response out.
///
/// It is apart from ``HTTPTransport``, because its rules are the opposite: plain http is allowed, and
/// no proxy ever is, since the platform answers this machine alone. A transport bounds time and size,
/// follows no redirect, keeps no cookie and never tries again; it holds to
/// ``PlatformRequest/pin`` before it sends the first byte of the request.
public protocol PlatformTransport: Sendable {
  /// Sends one request and collects its response.
  /// - Parameter request: The request, with its own limits on time and size.
  /// - Returns: The response, whatever its status.
  /// - Throws: ``TransportError`` where there is no whole response. Where no connection can be made
  ///   its kind is ``TransportError/Kind/refused``, whatever the system calls it: nobody is there.
  ///   Where the peer has another certificate than the pinned one it is
  ///   ``TransportError/Kind/tlsUntrusted``.
  func send(_ request: PlatformRequest) async throws(TransportError) -> HTTPResponse
}
