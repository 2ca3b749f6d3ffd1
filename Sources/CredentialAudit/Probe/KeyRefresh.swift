import EntraIdentity

/// One fresh look at an authority's key set in a run, however many tokens name a key that the first
/// look did not have.
actor KeyRefresh {
  private let resolver: AuthorityResolver
  private var look: Task<Observed<KeySet>, Never>?

  init(resolver: AuthorityResolver) {
    self.resolver = resolver
  }

  func keys(of authority: ResolvedAuthority) async -> KeySet? {
    let look: Task<Observed<KeySet>, Never>
    if let running = self.look {
      look = running
    } else {
      let resolver = self.resolver
      look = Task { await resolver.refreshedKeys(of: authority) }
      self.look = look
    }
    // All callers end together, with the run: whichever ends first may end the look.
    return await withTaskCancellationHandler {
      await look.value.value
    } onCancel: {
      look.cancel()
    }
  }
}
