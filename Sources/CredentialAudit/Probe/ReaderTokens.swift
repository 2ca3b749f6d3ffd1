import EntraIdentity

/// Access tokens for Graph, by the credential that the inventory names for reading the directory.
actor ReaderTokens: DirectoryTokens {
  private let attempt: AcquisitionAttempt
  private let retry: RetryPolicy
  private var last: Secret?
  /// What kept the last attempt from asking the service.
  private var obstacle: AcquisitionObservation.Outcome?

  init(_ attempt: AcquisitionAttempt, retry: RetryPolicy) {
    self.attempt = attempt
    self.retry = retry
  }

  func token(renewed: Bool) async throws(IdentityError) -> Secret {
    if !renewed, let last { return last }
    var notes = AcquisitionAttempt.Notes()
    defer { obstacle = notes.obstacle }
    let response = try await ask(&notes)
    last = response.accessToken
    return response.accessToken
  }

  /// What came of asking for a token where none came.
  /// - Parameter failure: What stopped the reading.
  /// - Returns: Nil where a token came.
  func outcome(of failure: DirectoryFailure) -> AcquisitionObservation.Outcome? {
    guard case .noToken(let error) = failure.reason else { return nil }
    return obstacle ?? .failed(error)
  }

  private func ask(
    _ notes: inout AcquisitionAttempt.Notes
  ) async throws(IdentityError) -> TokenResponse {
    try await retry.run(
      time: attempt.prober.time, deadline: attempt.prober.deadline, host: attempt.host
    ) { _ async throws(IdentityError) in
      try await attempt.run(&notes)
    }
  }
}
