import EntraIdentity

/// A transport whose answers and failures are watched for what they say of the way and the clocks.
struct WatchedTransport: HTTPTransport {
  let base: any HTTPTransport
  let watch: NetworkWatch
  let time: any TimeSource

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let host = request.url.host
    let sentAt = time.now
    do throws(TransportError) {
      let response = try await base.send(request)
      watch.answered(response, by: host, sentAt: sentAt, receivedAt: time.now)
      return response
    } catch {
      watch.failed(error, at: host)
      throw error
    }
  }
}
