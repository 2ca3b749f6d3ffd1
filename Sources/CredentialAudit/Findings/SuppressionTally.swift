/// What a run's suppressions did, counted as the run goes, for what is said of them at its end.
package struct SuppressionTally: Sendable {
  /// What became of one suppression.
  struct Count: Sendable, Hashable, Codable {
    /// Subjects of the inventory that it could be about.
    var inInventory = 0
    /// Those of them that the run was asked for.
    var inPlan = 0
    /// Subjects that only directories know and that it could be about, as they were met; nil where
    /// there were none, as in what earlier versions counted.
    var inDirectories: Int?
    /// Findings that it fits, whoever else answers for them.
    var matched = 0
    /// Those of them that nobody answers for.
    var open = 0
    /// Whether something that it names was not judged, because of something else that failed: it might
    /// have matched there.
    var isObstructed = false
  }

  let book: SuppressionBook
  private(set) var counts: [Count]
  /// The names of all tenants, for whom a notice concerns.
  let tenants: [String]
  /// How many subjects the run was asked for.
  let planned: Int
  /// How many the inventory has.
  let known: Int

  /// Counts nothing yet.
  /// - Parameters:
  ///   - book: The suppressions as the run applies them.
  ///   - inventory: All that there is.
  ///   - plan: What of it the run was asked for.
  package init(_ book: SuppressionBook, inventory: Inventory, plan: AuditPlan) {
    self.book = book
    counts = Array(repeating: Count(), count: book.rules.count)
    tenants = inventory.tenants.map(\.name)
    planned = plan.authorityCount + plan.credentialCount
    known = inventory.tenants.count + inventory.credentialCount
    guard !book.rules.isEmpty else { return }
    for subject in AuditPlan(inventory).subjects {
      for place in book.places(fitting: subject) { counts[place].inInventory += 1 }
    }
    for subject in plan.subjects {
      for place in book.places(fitting: subject) { counts[place].inPlan += 1 }
    }
  }

  /// Counts what was found of an authority.
  package mutating func count(_ record: AuthorityRecord) {
    count(record.findings, of: record.name)
    guard record.findings.contains(where: { $0.check == .directoryAccess && $0.isUnseen }) else {
      return
    }
    // What only the directory knows was not met, and a rule might have matched there.
    for place in book.rules.indices where book.rules[place].names(tenant: record.tenant) {
      counts[place].isObstructed = true
    }
  }

  /// Counts what was found of a credential.
  package mutating func count(_ record: CredentialRecord) {
    count(record.findings, of: record.name)
    // No plan has what only the directory knows: it is met, and the rule is about something.
    guard record.source == CredentialRecord.directorySource else { return }
    for place in book.places(fitting: record.name) {
      counts[place].inDirectories = (counts[place].inDirectories ?? 0) + 1
    }
  }

  private mutating func count(_ findings: [Finding], of subject: SubjectName) {
    for place in book.places(fitting: subject) {
      let rule = book.rules[place]
      for finding in findings where rule.checks.contains(finding.check) {
        if rule.answers(finding) {
          counts[place].matched += 1
          if finding.suppressed == nil { counts[place].open += 1 }
        } else if finding.isObstructed {
          counts[place].isObstructed = true
        }
      }
    }
  }
}

extension Inventory {
  fileprivate var credentialCount: Int {
    tenants.reduce(0) { $1.applications.reduce($0) { $0 + $1.credentials.count } }
  }
}

extension AuditPlan {
  fileprivate var subjects: some Sequence<SubjectName> {
    groups.lazy.flatMap(\.tenants).flatMap { planned in
      [SubjectName.authority(tenant: planned.tenant.name)]
        + planned.credentials.map(\.name)
    }
  }
}

extension Finding {
  /// Whether the question was not asked because of another one's answer. Our own codes for that all
  /// begin so.
  fileprivate var isObstructed: Bool { verdict == .skipped && code.hasPrefix("depends-on-") }
}
