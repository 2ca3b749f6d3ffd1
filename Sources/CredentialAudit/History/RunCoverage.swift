/// Which subjects a run was asked to look at, as far as can be told of those that it did not meet.
struct RunCoverage {
  private let isTold: Bool
  private let filter: ScopeFilter
  /// Tenants of which a credential was asked for: their authority was asked for with it.
  private let tenants: Set<String>

  /// - Parameters:
  ///   - run: The run.
  ///   - other: The run that it is compared with.
  ///   - looks: What that one met: what there was to be asked for.
  init(of run: AuditRun, beside other: AuditRun, _ looks: some Sequence<SubjectLook>) {
    // Of a shard nobody can tell what it would have met, nor of another inventory what it has.
    isTold = run.scope.shard == nil && run.inventoryPath == other.inventoryPath
    let filter = ScopeFilter(run.scope)
    self.filter = filter
    tenants = Set(
      looks.filter { $0.subject.application != nil && filter.includes($0) }.map(\.subject.tenant))
  }

  /// Whether the run would have met the subject, as far as can be told.
  func includes(_ look: SubjectLook) -> Bool {
    guard isTold else { return false }
    if look.subject.application == nil, tenants.contains(look.subject.tenant) { return true }
    return filter.includes(look)
  }
}

extension ScopeFilter {
  fileprivate func includes(_ look: SubjectLook) -> Bool {
    includes(look.subject, owner: look.owner, tags: look.tags)
  }
}
