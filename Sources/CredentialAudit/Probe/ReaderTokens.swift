import EntraIdentity

/// Access tokens for Graph, by the credential that the inventory names for reading the directory.
actor ReaderTokens: DirectoryTokens {
  private let attempt: AcquisitionAttempt
  private let retry: RetryPolicy
  private var last: Secret?

  init(_ attempt: AcquisitionAttempt, retry: RetryPolicy) {
    self.attempt = attempt
    self.retry = retry
  }

  func token(renewed: Bool) async throws(IdentityError) -> Secret {
    if !renewed, let last { return last }
    var notes = AcquisitionAttempt.Notes()
    let response = try await ask(&notes)
    last = response.accessToken
    return response.accessToken
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
