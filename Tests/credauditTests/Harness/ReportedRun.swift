import CredentialAudit
import Foundation

/// `report.json` as a program reads it.
struct ReportedRun: Decodable, Sendable {
  struct Facts: Decodable, Sendable {
    let id: String
    let complete: Bool
    let offline: Bool
  }

  struct Notice: Decodable, Sendable {
    let code: String
    let message: String
  }

  struct Finding: Decodable, Sendable {
    let check: CheckID
    let verdict: Verdict
    let code: String
    let `class`: String?
    let summary: String
    let cause: String?
    let fix: String?
    let evidence: [String: String?]
    let retryable: Bool
    let suppressed: SuppressionNote?

    /// What a scenario expects of it in one word pair.
    var words: String { "\(verdict.rawValue) \(code)" }
  }

  struct Authority: Decodable, Sendable {
    let tenant: String
    let authority: String
    let tenantId: String?
    let verdict: Verdict
    let findings: [Finding]
  }

  struct Credential: Decodable, Sendable {
    let tenant: String
    let application: String
    let credential: String
    let kind: String
    let owner: String?
    let verdict: Verdict
    let change: String
    let expiresFrom: String?
    let daysLeft: Int?
    let findings: [Finding]

    var subject: String { "\(tenant)/\(application)/\(credential)" }
  }

  struct Summary: Decodable, Sendable {
    let authorities: RunSummary.Counts
    let credentials: RunSummary.Counts
  }

  let schema: String
  let run: Facts
  let auditor: [String: String]
  let notices: [Notice]
  let summary: Summary
  let authorities: [Authority]
  let credentials: [Credential]

  init(json: Data) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Self.self, from: json)
  }

  /// The findings of a tenant's authority or of a credential.
  func findings(of subject: String) -> [Finding] {
    authorities.filter { $0.tenant == subject }.flatMap(\.findings)
      + credentials.filter { $0.subject == subject }.flatMap(\.findings)
  }

  /// Every finding of the run.
  var allFindings: [Finding] { authorities.flatMap(\.findings) + credentials.flatMap(\.findings) }
}
