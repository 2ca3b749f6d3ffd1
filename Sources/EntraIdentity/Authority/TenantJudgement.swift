/// Whether the tenant that discovery names is the declared one.
public enum TenantJudgement: Hashable, Sendable {
  /// It is.
  case accepted
  /// None is declared.
  case notDeclared
  /// One is declared, but this family's documents name none, or the document was not to be had.
  case undetermined
  /// It is another.
  case mismatch(expected: String, found: String)

  init(expected: String?, found: TenantID?) {
    switch (expected, found) {
    case (nil, _): self = .notDeclared
    case (_?, nil): self = .undetermined
    case (let expected?, let found?):
      let isSame = expected.lowercased() == found.description
      self = isSame ? .accepted : .mismatch(expected: expected, found: found.description)
    }
  }

  var isMismatch: Bool {
    if case .mismatch = self { true } else { false }
  }
}
