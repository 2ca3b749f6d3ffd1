/// What stands behind a socket.
protocol SimulatedService: Sendable {
  /// Answers one request.
  func answer(_ request: SimulatedRequest) -> SimulatedResponse

  /// A request to the host has arrived whole.
  func begin(_ host: String)

  /// Its response was written, or its client went away.
  func end(_ host: String)
}

extension SimulatorCore: SimulatedService {
  func begin(_ host: String) { log.begin(host) }
  func end(_ host: String) { log.end(host) }
}
