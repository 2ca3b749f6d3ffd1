/// One tenant's authority in one run, as it is stored and reported.
package struct AuthorityRecord: Sendable, Hashable {
  package let tenant: String
  /// The URL as written, cleaned of control characters.
  package let authority: String
  package let kind: String?
  package let cloud: String?
  /// The tenant's GUID, where discovery told it or the inventory declares it.
  package let tenantID: String?
  package let tags: [String]
  package var owner: String?
  package private(set) var verdict: Verdict
  /// Decided when it is recorded.
  package var change: Change
  /// How it has fared; nil until it is recorded, and where it was not looked at.
  package var course: SubjectCourse?
  /// Where in the inventory it stands.
  package let location: SourceLocation?
  /// Unknown for longer than this is critical.
  package let unknownFor: Days
  /// Worst first, then in the checks' order.
  package var findings: [Finding] {
    didSet { verdict = .worst(of: findings.map(\.verdict)) }
  }

  package init(
    tenant: String, authority: String, kind: String?, cloud: String?, tenantID: String?,
    tags: [String] = [], owner: String? = nil, change: Change = .firstSeen,
    course: SubjectCourse? = nil, location: SourceLocation? = nil, unknownFor: Days = Days(3),
    findings: [Finding]
  ) {
    self.tenant = tenant
    self.authority = authority
    self.kind = kind
    self.cloud = cloud
    self.tenantID = tenantID
    self.tags = tags
    self.owner = owner
    self.change = change
    self.course = course
    self.location = location
    self.unknownFor = unknownFor
    self.findings = findings.worstFirst()
    self.verdict = self.findings.first?.verdict ?? .skipped
  }
}
