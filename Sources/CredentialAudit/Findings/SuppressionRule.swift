import Foundation

/// One entry of `suppressions` as a run applies it.
struct SuppressionRule: Sendable {
  let entry: InventorySuppression
  /// The checks of this version that it names. What nobody can answer for is never among them,
  /// whatever was written: the loader refuses it, and this does not rely on that.
  let checks: Set<CheckID>
  /// How many days are left, the last one being 0; less where it is out of date.
  let daysLeft: Int
  private let tenant: Glob
  private let application: Glob?
  private let credential: Glob?

  private static let ofAuthorities = Set(CheckCatalog.authority.map(\.id))
  private static let ofCredentials = Set(CheckCatalog.credential.map(\.id))

  init(_ entry: InventorySuppression, at start: Date) {
    self.entry = entry
    let check = Glob(entry.check)
    checks = Set(CheckID.allCases.filter { $0.isSuppressible && check.matches($0.rawValue) })
    tenant = Glob(entry.tenant)
    application = entry.application.map(Glob.init)
    credential = entry.credential.map(Glob.init)
    let today = Int((start.timeIntervalSince1970 / 86_400).rounded(.down))
    // A day that cannot be read holds nothing: silence has to be asked for clearly.
    daysLeft = CalendarDate(entry.until).map { $0.dayNumber - today } ?? -1
  }

  /// Until the end of its last day, in UTC.
  var isInEffect: Bool { daysLeft >= 0 }

  var note: SuppressionNote {
    SuppressionNote(reason: entry.reason, owner: entry.owner, until: entry.until)
  }

  /// Whether a tenant's name fits.
  func names(tenant name: String) -> Bool { tenant.matches(name) }

  /// Whether anything that is found of a subject could be meant.
  func fits(_ subject: SubjectName) -> Bool {
    guard names(tenant: subject.tenant) else { return false }
    switch subject {
    case .authority:
      return application == nil && credential == nil && !checks.isSubset(of: Self.ofCredentials)
    case .credential(_, let name, let part):
      return application?.matches(name) ?? true && credential?.matches(part) ?? true
        && !checks.isSubset(of: Self.ofAuthorities)
    }
  }

  /// Whether a finding of a subject that fits is meant: only what is not in order can be answered for.
  func answers(_ finding: Finding) -> Bool {
    finding.verdict.isTrouble && checks.contains(finding.check)
  }
}
