import CredentialAudit
import EntraIdentity

/// Finds the subject that somebody typed among those that the history has.
struct SubjectChoice {
  private static let shown = 5
  private let subjects: [SubjectName]

  init(among subjects: [SubjectName]) {
    self.subjects = subjects
  }

  /// The subject of that name; `tenant/application` stands for its only credential.
  func subject(_ text: String) throws -> SubjectName {
    if let exact = SubjectName(text), subjects.contains(exact) { return exact }
    let inside = subjects.filter { $0.text.hasPrefix(text + "/") && $0.application != nil }
    if text.contains("/") {
      if inside.count == 1 { return inside[0] }
      if inside.count > 1 {
        throw UsageProblem(
          "'\(text.cleaned(maximum: 260))' has \(inside.count.of("credential"))",
          hint: "name one: \(Self.list(inside.map(\.text)))")
      }
    }
    throw Self.unknown(text, hint: hint(for: text))
  }

  /// What is said of a subject that the history does not have.
  static func unknown(_ text: String, hint: String = forms) -> UsageProblem {
    UsageProblem("the history has no '\(text.cleaned(maximum: 400))'", hint: hint)
  }

  /// The nearest name, found part by part: in one long word two slips would be too many.
  private func hint(for text: String) -> String {
    let typed = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var found: [String] = []
    for part in typed.prefix(3) {
      let names = names(below: found)
      guard let near = names.contains(part) ? part : Suggestion.nearest(to: part, among: names)
      else {
        let place = found.isEmpty ? "it has" : "'\(found.joined(separator: "/"))' has"
        return names.isEmpty ? Self.forms : "\(place) \(Self.list(names))"
      }
      found.append(near)
    }
    let suggestion = found.joined(separator: "/")
    return suggestion == text || typed.count > 3 ? Self.forms : "did you mean \(suggestion)?"
  }

  /// What stands below the first parts of a name, each once.
  private func names(below first: [String]) -> [String] {
    let fitting = subjects.map(\.parts).filter { $0.count > first.count && $0.starts(with: first) }
    return Set(fitting.map { $0[first.count] }).sorted()
  }

  static let forms = "write tenant for its authority, or tenant/application/credential"

  private static func list(_ names: [String]) -> String {
    let rest = names.count - shown
    return names.prefix(shown).map { $0.cleaned(maximum: 260) }.joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
  }
}
