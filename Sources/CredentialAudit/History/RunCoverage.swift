/// Which subjects a run was asked to look at, as far as can be told of those that it did not meet.
struct RunCoverage {
  private let scope: RunScope
  private let filter: ScopeFilter
  /// Tenants of which a credential was asked for: their authority was asked for with it.
  private let tenants: Set<String>

  /// - Parameters:
  ///   - scope: The run's.
  ///   - looks: What the other run met: what there was to be asked for.
  init(_ scope: RunScope, among looks: some Sequence<SubjectLook>) {
    self.scope = scope
    let filter = ScopeFilter(scope)
    self.filter = filter
    tenants = Set(
      looks.filter { $0.subject.application != nil && filter.includes($0) }.map(\.subject.tenant))
  }

  /// Whether the run would have met the subject. Of a shard nobody can tell, so it would not.
  func includes(_ look: SubjectLook) -> Bool {
    guard scope.shard == nil else { return false }
    if look.subject.application == nil, tenants.contains(look.subject.tenant) { return true }
    return filter.includes(look)
  }
}

extension ScopeFilter {
  fileprivate func includes(_ look: SubjectLook) -> Bool {
    includes(look.subject, owner: look.owner, tags: look.tags)
  }
}
