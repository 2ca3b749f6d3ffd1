package import Foundation

/// One credential in one run, as it is stored and reported.
package struct CredentialRecord: Sendable, Hashable {
  package let tenant: String
  package let application: String
  package let credential: String
  package let clientID: String
  /// `secret`, `certificate`, `federated` or `managed_identity`.
  package let kind: String
  /// Where it is from: `env NAME`, `file PATH`, `command FIRST-WORD`, or `directory` where only that
  /// knows it; never a value.
  package let source: String
  package let owner: String?
  package let runbook: String?
  package let tags: [String]
  /// The worst of its findings.
  package private(set) var verdict: Verdict
  /// Decided when it is recorded.
  package var change: Change
  /// How it has fared; nil until it is recorded, and where it was not looked at.
  package var course: SubjectCourse?
  /// Where in the inventory it stands.
  package let location: SourceLocation?
  /// Unknown for longer than this is critical.
  package let unknownFor: Days
  package private(set) var expiresAt: Date?
  /// `inventory`, `certificate` or `directory`.
  package private(set) var expiresFrom: String?
  /// The floor of the days from the run's start to `expiresAt`.
  package private(set) var daysLeft: Int?
  /// What its token may do, as the token says; nil where there was none to read.
  package let roles: [String]?
  /// Whether it has a tag of the inventory's `production_tags`.
  package let isProduction: Bool
  /// Upper-case hex.
  package let thumbprintSHA1: String?
  /// Upper-case hex.
  package let thumbprintSHA256: String?
  /// Worst first, then in the checks' order.
  package var findings: [Finding] {
    didSet { verdict = .worst(of: findings.map(\.verdict)) }
  }

  package init(
    tenant: String, application: String, credential: String, clientID: String, kind: String,
    source: String, owner: String? = nil, runbook: String? = nil, tags: [String] = [],
    change: Change = .firstSeen, course: SubjectCourse? = nil, location: SourceLocation? = nil,
    unknownFor: Days = Days(3), roles: [String]? = nil, isProduction: Bool = false,
    expiresAt: Date? = nil, expiresFrom: String? = nil,
    daysLeft: Int? = nil, thumbprintSHA1: String? = nil, thumbprintSHA256: String? = nil,
    findings: [Finding]
  ) {
    self.tenant = tenant
    self.application = application
    self.credential = credential
    self.clientID = clientID
    self.kind = kind
    self.source = source
    self.owner = owner
    self.runbook = runbook
    self.tags = tags
    self.change = change
    self.course = course
    self.location = location
    self.unknownFor = unknownFor
    self.roles = roles
    self.isProduction = isProduction
    self.expiresAt = expiresAt
    self.expiresFrom = expiresFrom
    self.daysLeft = daysLeft
    self.thumbprintSHA1 = thumbprintSHA1
    self.thumbprintSHA256 = thumbprintSHA256
    self.findings = findings.worstFirst()
    self.verdict = self.findings.first?.verdict ?? .skipped
  }

  /// Takes an end that was told before.
  package mutating func keepEnd(_ end: Date, from source: CredentialEnd.Source, daysLeft: Int) {
    expiresAt = end
    expiresFrom = source.rawValue
    self.daysLeft = daysLeft
  }

  /// The source of what nobody here holds.
  package static let directorySource = "directory"

  /// Its identity through time.
  package var subject: String { "\(tenant)/\(application)/\(credential)" }
}
