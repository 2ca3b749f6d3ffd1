import CredentialAudit
import EntraIdentity

/// One option with globs, and the names that they can fit.
struct FilterOption {
  let name: String
  let globs: [String]
  /// What a name is, with its article.
  let what: String
  /// The names that there are; asked for only where there is a glob.
  let known: () -> Set<String>
  /// Whether a glob may fit what is known only once a directory was read.
  var mayBeElsewhere: (String) -> Bool = { _ in false }

  /// A filter that fits nothing is a mistake in typing: what nobody looked at must not read as looked
  /// at and well. `place` is where the names are, `consequence` what was not done.
  func check(in place: String, _ consequence: String) throws {
    guard !globs.isEmpty else { return }
    let known = known()
    for text in globs where !mayBeElsewhere(text) && !known.contains(where: Glob(text).matches) {
      let near = Suggestion.nearest(to: text, among: known.sorted())
      throw UsageProblem(
        "\(name) '\(text.cleaned(maximum: 60))' fits nothing in \(place); \(consequence)",
        hint: near.map { "did you mean \(name) \($0.cleaned(maximum: 130))?" }
          ?? "leave it out, or write \(what) with * and ? where they may differ")
    }
  }
}
