import ArgumentParser
import CredentialAudit
import EntraIdentity

/// Which part of a stored run.
struct PartOptions: ParsableArguments {
  @OptionGroup var filters: SubjectFilters

  var isAsked: Bool { filters.isAsked }

  /// The part that was asked for, which is never empty.
  func part(of run: some RunReader) throws -> PartialRun {
    let names = try RunNames(of: run)
    let place = "run \(run.run.id.cleaned(maximum: 60))"
    for filter in filters.options(tenants: names.tenants, owners: names.owners, tags: names.tags) {
      try filter.check(in: place, "nothing was written")
    }
    let part = try PartialRun(
      of: run,
      scope: RunScope(tenants: filters.tenant, owners: filters.owner, tags: filters.tag))
    guard !part.isEmpty else {
      throw UsageProblem(
        "nothing in \(place) fits all the filters at once; nothing was written",
        hint: "leave one of them out")
    }
    return part
  }
}
