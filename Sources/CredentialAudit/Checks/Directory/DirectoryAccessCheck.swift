import EntraIdentity
import Foundation

extension AuthorityCheck {
  /// May we read the directory, and was it read to its end?
  package static let directory = AuthorityCheck(
    id: .directoryAccess,
    question:
      "may the tenant's directory be read, was it read to its end, and may it still be at the next runs?",
    reference: "Microsoft Graph, list applications; Microsoft Graph, paging"
  ) { observation in
    switch observation.directory {
    case nil: return []
    case .notRead(code: "offline"):
      return [.skipped(.directoryAccess, "offline", "the network was not asked")]
    case .notRead(let code):
      return [
        .found(
          .directoryAccess, .unknown, code, "the directory was not read",
          evidence: reader(of: observation))
      ]
    case .failed(let failure):
      let outcome = observation.reader?.acquisitions.first?.outcome
      return [finding(failure, reader(of: observation), outcome)]
    case .read(let snapshot):
      var evidence = reader(of: observation)
      evidence.add("watch", observation.tenant.directory?.watch.rawValue)
      evidence.add("applications", String(snapshot.applications.count))
      evidence.add("service_principals", String(snapshot.principals.count))
      evidence.add("requests", String(snapshot.requests))
      evidence.add(snapshot.gaps)
      if let ending = ending(observation) { return [ending] }
      return [
        .pass(
          .directoryAccess,
          "the directory was read to its end: "
            + snapshot.applications.count.of("application") + " in "
            + snapshot.requests.of("request"), evidence: evidence)
      ]
    }
  }

  private static func reader(of observation: AuthorityObservation) -> Evidence {
    ["reader": observation.tenant.directory?.reader.cleaned(maximum: 300)]
  }

  /// Jobs run every night, and on Friday for a weekend: what ends sooner ends unseen.
  private static let nextRuns: TimeInterval = 3 * 86_400

  /// A reader that is gone by the next run takes the eyes from all that depends on it.
  private static func ending(_ observation: AuthorityObservation) -> Finding? {
    guard let reader = observation.reader else { return nil }
    switch reader.planned.credential.kind {
    case .federated, .managedIdentity: return nil
    case .secret, .certificate: break
    }
    var evidence = Self.reader(of: observation)
    // The reading has just shown that the service takes it.
    guard let end = reader.end(isTaken: true) else {
      if case .found = reader.match {
        return .found(
          .directoryAccess, .warning, "no-end-date",
          "the directory says that the credential never ends that reads it", evidence: evidence)
      }
      return .found(
        .directoryAccess, .warning, "reader-end-unknown",
        "nobody knows when the credential ends that reads the directory", evidence: evidence)
    }
    evidence.add("expires_at", end.date.rfc3339)
    evidence.add("expires_from", end.source.rawValue)
    let thresholds = reader.planned.credential.thresholds
    let left = end.date.timeIntervalSince(reader.now)
    // Where all that is said is over, it was wrong.
    guard left > 0, left <= max(thresholds.warning.seconds, nextRuns) else { return nil }
    return .found(
      .directoryAccess, left <= max(thresholds.critical.seconds, nextRuns) ? .critical : .warning,
      "reader-ends-soon",
      "the credential that reads the directory ends on \(end.date.utcDay), in "
        + end.daysLeft(from: reader.now).of("day"), evidence: evidence)
  }

  private static func unreadable(_ problem: SourceProblem, _ evidence: Evidence) -> Finding {
    var evidence = evidence
    evidence.add("token_code", problem.code.rawValue)
    return .found(
      .directoryAccess, .unknown, "directory-no-token",
      "there was no token to read the directory with: the assertion could not be read at the moment "
        + "of use: \(problem.detail)", fix: problem.hint, evidence: evidence)
  }

  private static func finding(
    _ failure: DirectoryFailure, _ reader: Evidence, _ outcome: AcquisitionObservation.Outcome?
  ) -> Finding {
    var evidence = reader
    evidence.add("collection", failure.collection)
    evidence.add("page", String(failure.page))
    let place = "page \(failure.page) of \(failure.collection)"
    var (summary, fix, retryable) = ("", String?.none, false)
    switch failure.reason {
    case .noToken(let error):
      if case .unreadable(let problem) = outcome {
        return unreadable(problem, evidence)
      }
      // A platform's fault is not the service's.
      var asked = ErrorJudgement.Asked.token
      if case .platformFailed = outcome { asked = .platform }
      let judged = ErrorJudgement(error, asked: asked, isCloudHost: asked == .token)
      evidence = Evidence(evidence.items + judged.evidence.items)
      evidence.add("token_code", judged.code)
      summary = "there was no token to read the directory with: \(judged.summary)"
      (fix, retryable) = (judged.fix, judged.retryable)
    case .permissionMissing(let needed):
      evidence.add("permission", needed)
      summary = "the permission \(needed) is missing to read \(failure.collection)"
      fix =
        "Grant the reading application the application permission \(needed) of Microsoft Graph "
        + "(portal: App registrations, API permissions, Add a permission, Microsoft Graph, "
        + "Application permissions), then have an administrator grant consent."
    case .refused(let refusal):
      evidence.add("graph_code", refusal.code.cleaned(maximum: 100))
      evidence.add("status", String(refusal.status))
      evidence.add("description", refusal.message?.cleaned(maximum: 300))
      evidence.add("request_id", refusal.requestID?.cleaned(maximum: 100))
      summary =
        "Graph refused \(place) with HTTP \(refusal.status): \(refusal.code.cleaned(maximum: 100))"
      retryable = refusal.status == 429 || refusal.status >= 500
    case .failed(let error):
      let judged = ErrorJudgement(error, asked: .token, isCloudHost: true)
      evidence = Evidence(evidence.items + judged.evidence.items)
      evidence.add("graph_code", judged.code)
      summary = "\(place) did not come: \(judged.summary)"
      retryable = judged.retryable
    case .malformed(let detail):
      summary = "\(place) cannot be read: \(detail.cleaned(maximum: 200))"
    case .foreignLink(let host):
      evidence.add("link_host", host.cleaned(maximum: 260))
      summary = "\(place) links to another host, \(host.cleaned(maximum: 260)), which was not asked"
    case .loop: summary = "\(place) links to a page that was read before"
    case .miscounted(let expected, let found):
      evidence.add("expected", String(expected))
      evidence.add("found", String(found))
      summary = "of \(failure.collection) \(expected) were announced and \(found) came"
      retryable = true
    case .tooMuch(let detail): summary = "\(place): \(detail.cleaned(maximum: 200))"
    }
    return .found(
      .directoryAccess, .unknown, failure.code, summary, fix: fix, evidence: evidence,
      retryable: retryable)
  }
}

extension Evidence {
  /// What was not looked at, or could not be held against a count.
  fileprivate mutating func add(_ gaps: DirectoryGaps) {
    if !gaps.uncounted.isEmpty { add("not_counted", gaps.uncounted.joined(separator: " ")) }
    add("policy_not_read", gaps.policy)
    add("application_policies_not_read", gaps.exceptions)
    if gaps.foreignHolders > 0 {
      add("foreign_principals_with_credentials", String(gaps.foreignHolders))
    }
    if gaps.unreadDeleted > 0 {
      add("deleted_applications_not_read", String(gaps.unreadDeleted))
    }
  }
}
