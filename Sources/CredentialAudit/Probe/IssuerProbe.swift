import EntraIdentity
import Foundation

/// Asks each issuer of assertions once in a run, however many credentials of however many tenants
/// name it.
///
/// What directories name is nobody's word in the inventory: it is asked by a gate of its own, so that
/// hundreds that do not answer take no place from a token, and what comes of it teaches nothing of this
/// machine's way or clock.
actor IssuerProbe {
  private let transport: any HTTPTransport
  private let gate: RequestGate
  private let time: any TimeSource
  private let settings: NetworkSettings
  private let keySets: ReadKeySets
  private let deadline: Date
  private var answers: [AssertionIssuer: Task<AssertionIssuerAnswer, Never>] = [:]

  /// Hundreds of dead ones must not take the time of a run: they get less than the authorities do.
  private static let attempts = 2
  private static let timeout: Duration = .seconds(10)
  /// Whoever may name an issuer may not put a run to sleep by it.
  private static let longestRetryAfter: Duration = .seconds(5)

  init(
    transport: any HTTPTransport, time: any TimeSource, settings: NetworkSettings,
    keySets: ReadKeySets, deadline: Date
  ) {
    self.transport = transport
    gate = RequestGate(settings: settings.ofIssuers, time: time, deadline: deadline)
    self.time = time
    self.settings = settings
    self.keySets = keySets
    self.deadline = deadline
  }

  /// - Parameter text: The issuer, as the directory has it.
  /// - Returns: What came of it.
  func look(at text: String) async -> IssuerLook {
    let issuer: AssertionIssuer
    do throws(AssertionIssuer.Problem) {
      issuer = try AssertionIssuer(text)
    } catch {
      return .unaskable(error)
    }
    let answer = answers[issuer] ?? ask(issuer)
    // All callers end together, with the run: whichever ends first may end the question.
    return await withTaskCancellationHandler {
      .answered(await answer.value)
    } onCancel: {
      answer.cancel()
    }
  }

  private func ask(_ issuer: AssertionIssuer) -> Task<AssertionIssuerAnswer, Never> {
    let timeout = min(settings.timeout, Self.timeout)
    let resolver = AssertionIssuerResolver(
      transport: GatedTransport(
        transport, gate: gate, tenant: "issuer " + issuer.text, timeout: timeout),
      time: time,
      retry: RetryPolicy(
        maximumAttempts: min(settings.retries + 1, Self.attempts),
        longestRetryAfter: Self.longestRetryAfter),
      deadline: deadline, keySets: keySets)
    let task = Task { await resolver.examine(issuer, timeout: timeout) }
    answers[issuer] = task
    return task
  }
}
