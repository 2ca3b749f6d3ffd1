import EntraIdentity

/// What a run will look at: each authority once, each credential once, in the inventory's order.
package struct AuditPlan: Sendable {
  /// A tenant that is looked at: its place in the inventory, and of its credentials' in `places`.
  private struct Member {
    let tenant: Int32
    let places: Range<Int32>
  }

  private let tenants: [InventoryTenant]
  private let places: [PlannedTenant.Place]
  /// Those of one group stand together.
  private let members: [Member]
  /// Where in `members` each group begins, and at last where the last one ends.
  private let starts: [Int32]
  package var settings: NetworkSettings
  /// What was asked for, for what only a directory knows.
  let filter: ScopeFilter
  /// Declared credentials that an owner was asked for left out because the inventory names none for
  /// them, where a directory may.
  private let unowned: Int

  /// Plans a run over what the scope asks for.
  /// - Parameters:
  ///   - inventory: All that there is.
  ///   - scope: What of it is asked for.
  ///   - owners: Whose a declared credential is that the inventory names no owner for, as a directory said
  ///     when it was last read.
  package init(
    _ inventory: Inventory, scope: RunScope = RunScope(), owners: [SubjectName: String] = [:]
  ) {
    let filter = ScopeFilter(scope)
    var places: [PlannedTenant.Place] = []
    var members: [(group: Int32, member: Member)] = []
    var groups: [PlannedAuthority.Key: Int32] = [:]
    // Mostly each tenant has an authority of its own.
    groups.reserveCapacity(inventory.tenants.count)
    var anyOwner = scope
    anyOwner.owners = []
    let unfiltered = ScopeFilter(anyOwner)
    var unowned = 0
    for (number, tenant) in inventory.tenants.enumerated() {
      let isOwnedElsewhere = !scope.owners.isEmpty && tenant.directory != nil
      let isAsked = { (planned: PlannedCredential) in
        let credential = planned.credential
        let known = isOwnedElsewhere ? owners[planned.name] : nil
        return filter.includes(
          planned.name, owner: credential.owner ?? known, tags: credential.tags)
      }
      if isOwnedElsewhere {
        unowned +=
          tenant.places {
            $0.credential.owner == nil && !isAsked($0)
              && unfiltered.includes($0.name, owner: nil, tags: $0.credential.tags)
          }.count
      }
      let chosen = tenant.places(where: isAsked)
      guard
        !chosen.isEmpty
          || filter.includes(tenant.authorityName, owner: tenant.owner, tags: tenant.tags)
          || filter.mayFitDirectory(of: tenant)
      else { continue }
      let start = Int32(places.count)
      places += chosen
      let key = PlannedAuthority.Key(tenant)
      let group = groups[key] ?? Int32(groups.count)
      if group == groups.count { groups[key] = group }
      let member = Member(tenant: Int32(number), places: start..<Int32(places.count))
      members.append((group, member))
    }
    // Mostly they are in order already; sorting keeps the inventory's order within a group.
    members.sort { ($0.group, $0.member.tenant) < ($1.group, $1.member.tenant) }
    var starts = [Int32](repeating: 0, count: groups.count + 1)
    for (group, _) in members { starts[Int(group) + 1] += 1 }
    for group in starts.indices.dropFirst() { starts[group] += starts[group - 1] }
    tenants = inventory.tenants
    self.places = places
    self.members = members.map(\.member)
    self.starts = starts
    self.filter = filter
    self.unowned = unowned
    settings = inventory.network
  }

  /// The authorities, made as they are asked for: a run of many thousands holds those few that it is
  /// looking at.
  package var groups: some PlannedAuthorities { Groups(plan: self) }

  /// What the reader of the run should know of the plan.
  package var notices: [RunNotice] {
    guard unowned > 0 else { return [] }
    return [
      RunNotice(
        code: "owners-not-compared",
        message:
          "\(unowned.of("declared credential")) without an owner in the inventory "
          + "\(unowned == 1 ? "was" : "were") left out: which run looks at them is decided before a "
          + "directory is read, by whose they were when it was last read")
    ]
  }

  /// How many tenants' authorities will be judged.
  package var authorityCount: Int { members.count }

  /// How many credentials will be judged.
  package var credentialCount: Int { places.count }

  /// Every planned credential, in order.
  package var credentials: some Collection<PlannedCredential> {
    groups.lazy.flatMap(\.tenants).flatMap(\.credentials)
  }

  /// The credentials that read the directories of planned tenants, whether they were asked for or not.
  var directoryReaders: some Sequence<PlannedCredential> {
    groups.lazy.flatMap(\.tenants).compactMap(\.tenant.reader)
  }

  /// One object, for walks through it are nested into each other and copied.
  private final class Groups: PlannedAuthorities {
    let plan: AuditPlan

    init(plan: AuditPlan) { self.plan = plan }

    var startIndex: Int { 0 }
    var endIndex: Int { plan.starts.count - 1 }

    subscript(position: Int) -> PlannedAuthority {
      let range = Int(plan.starts[position])..<Int(plan.starts[position + 1])
      return PlannedAuthority(
        tenants: plan.members[range].map { member in
          PlannedTenant(
            tenant: plan.tenants[Int(member.tenant)],
            places: plan.places[Int(member.places.lowerBound)..<Int(member.places.upperBound)])
        })
    }
  }
}
