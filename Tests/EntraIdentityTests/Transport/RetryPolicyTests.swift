import EntraIdentity
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct RetryPolicyTests {
  private static func refusal(_ status: Int, after: Duration? = nil) -> IdentityError {
    .unexpected(
      UnexpectedResponse(
        reason: .notJSON, status: status, contentType: nil, host: "h", retryAfter: after))
  }

  /// Runs until `successAt`, failing with `error` before; returns the attempts that were made.
  private func run(
    _ policy: RetryPolicy, _ time: ManualTime, deadline: Date? = nil, error: IdentityError,
    successAt: Int = .max
  ) async -> (attempts: [Int], failure: IdentityError?) {
    let attempts = Mutex<[Int]>([])
    var failure: IdentityError?
    do {
      try await policy.run(time: time, deadline: deadline, host: "h") {
        (attempt) async throws(IdentityError) -> Void in
        attempts.withLock { $0.append(attempt) }
        if attempt < successAt { throw error }
      }
    } catch {
      failure = error
    }
    return (attempts.withLock { $0 }, failure)
  }

  @Test func pausesDoubleUpToTheLongestAndJitterTakesAShareOfThem() async {
    let time = ManualTime()
    let policy = RetryPolicy(
      maximumAttempts: 6, firstPause: .seconds(2), longestPause: .seconds(10), random: { 0.5 })
    let (attempts, failure) = await run(policy, time, error: Self.refusal(503))
    #expect(attempts == [1, 2, 3, 4, 5, 6])
    #expect(time.slept == [.seconds(1), .seconds(2), .seconds(4), .seconds(5), .seconds(5)])
    #expect(failure?.isTransient == true)
  }

  @Test func anOperationThatSucceedsIsNotAskedAgain() async {
    let time = ManualTime()
    let (attempts, failure) = await run(
      RetryPolicy(), time, error: Self.refusal(503), successAt: 2)
    #expect(attempts == [1, 2])
    #expect(failure == nil)
  }

  @Test(
    arguments: [
      IdentityError.credential(CredentialProblem(.keyMismatch, "")), .request(.noScope),
      .transport(TransportError(kind: .tlsExpired, host: "h", detail: "")),
      .refused(ServiceRefusal(status: 401, error: "invalid_client", host: "h")),
      RetryPolicyTests.refusal(404),
    ]) func whatIsTheSameNextTimeIsNotAskedAgain(_ error: IdentityError) async
  {
    let time = ManualTime()
    #expect(await run(RetryPolicy(), time, error: error).attempts == [1])
    #expect(time.slept.isEmpty)
  }

  @Test func aServiceIsLeftAloneForAsLongAsItAskedAndABitMore() async {
    let time = ManualTime()
    let policy = RetryPolicy(maximumAttempts: 2, firstPause: .seconds(1), random: { 0.5 })
    _ = await run(policy, time, error: Self.refusal(429, after: .seconds(60)))
    #expect(time.slept == [.milliseconds(60_500)])
  }

  @Test func aServiceThatAsksForMoreThanIsWaitedIsNotAskedAgain() async {
    let time = ManualTime()
    let policy = RetryPolicy(longestRetryAfter: .seconds(30))
    let (attempts, _) = await run(policy, time, error: Self.refusal(429, after: .seconds(31)))
    #expect(attempts == [1])
  }

  @Test func noPauseRunsIntoTheDeadlineAndTheLastFailureIsReported() async {
    let time = ManualTime()
    let policy = RetryPolicy(maximumAttempts: 9, firstPause: .seconds(4), random: { 1 })
    let (attempts, failure) = await run(
      policy, time, deadline: time.now + 13, error: Self.refusal(503))
    #expect(attempts == [1, 2, 3])
    #expect(time.slept == [.seconds(4), .seconds(8)])
    guard case .unexpected = failure else {
      Issue.record("not the failure itself")
      return
    }
  }

  @Test func afterTheDeadlineNothingIsAskedAtAll() async {
    let time = ManualTime()
    let (attempts, failure) = await run(
      RetryPolicy(), time, deadline: time.now, error: Self.refusal(503))
    #expect(attempts.isEmpty)
    guard case .transport(let error) = failure else {
      Issue.record("no transport error")
      return
    }
    #expect(error.kind == .deadline)
  }

  @Test func aCallerWhoGivesUpDuringThePauseIsToldSo() async {
    let task = Task { () -> IdentityError? in
      withUnsafeCurrentTask { $0?.cancel() }
      return await run(RetryPolicy(), ManualTime(), error: Self.refusal(503)).failure
    }
    guard case .transport(let error) = await task.value else {
      Issue.record("no transport error")
      return
    }
    #expect(error.kind == .cancelled)
  }

  @Test(arguments: [0, -5, 1, 64, Int.max])
  func noAttemptNumberOverflows(_ attempt: Int) throws {
    let policy = RetryPolicy(random: { 7 })
    #expect(try #require(policy.pause(after: attempt, retryAfter: nil)) <= .seconds(30))
  }
}

@Suite("A request is sent a second time") struct RequestRepeatTests {
  private static func page(_ status: Int, _ retryAfter: Duration? = nil) -> IdentityError {
    .unexpected(
      UnexpectedResponse(
        reason: .notJSON, status: status, contentType: nil, host: "h", retryAfter: retryAfter))
  }

  @Test(
    "where it spends something, only if it is certain that it did nothing",
    arguments: TransportError.Kind.allCases)
  func network(kind: TransportError.Kind) {
    let failure = IdentityError.transport(TransportError(kind: kind, host: "h", detail: ""))
    let unsent: Set<TransportError.Kind> = [
      .dns, .refused, .tlsUntrusted, .tlsExpired, .tlsHostname, .proxy, .deadline,
    ]
    #expect(RequestRepeat.unspent.isAllowed(after: failure) == unsent.contains(kind))
    #expect(RequestRepeat.always.isAllowed(after: failure))
  }

  @Test(
    "where the service says that it did not look at it",
    arguments: [
      (429, nil, true), (503, Duration.seconds(1), true), (503, nil, false), (500, nil, false),
      (502, .seconds(1), false),
    ] as [(Int, Duration?, Bool)])
  func service(status: Int, retryAfter: Duration?, isAllowed: Bool) {
    #expect(
      RequestRepeat.unspent.isAllowed(after: Self.page(status, retryAfter)) == isAllowed)
  }

  @Test("and the policy heeds it")
  func policy() async {
    for (repeats, expected) in [(RequestRepeat.always, 4), (.unspent, 1)] {
      var attempts = 0
      do {
        try await RetryPolicy(random: { 0 }).run(time: ManualTime(), repeats: repeats) {
          (_: Int) async throws(IdentityError) -> Void in
          attempts += 1
          throw Self.page(500)
        }
      } catch {}
      #expect(attempts == expected)
    }
  }
}
