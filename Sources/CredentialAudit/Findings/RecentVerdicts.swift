/// The last verdicts that live runs gave a subject, oldest first: by which one sees that it goes back
/// and forth.
package struct RecentVerdicts: Sendable, Hashable {
  /// The rule in one sentence, for whoever reads a report.
  package static let sentence =
    "A subject flaps where its last ten live verdicts went between pass and anything else at least "
    + "three times."

  private static let kept = 10
  private static let flappingSwitches = 3

  /// At most ten; `skipped` is never among them, because it is no look.
  package let verdicts: [Verdict]

  package init(_ verdicts: [Verdict] = []) {
    self.verdicts = verdicts.filter { $0 != .skipped }.suffix(Self.kept)
  }

  /// Reads ``letters``; what is no verdict's letter is left out.
  package init(letters: String) {
    self.init(letters.compactMap { letter in Verdict.allCases.first { $0.letter == letter } })
  }

  /// `p`, `w`, `c` and `u` for the verdicts, oldest first.
  package var letters: String { String(verdicts.map(\.letter)) }

  /// With one more look.
  package func adding(_ verdict: Verdict) -> RecentVerdicts { RecentVerdicts(verdicts + [verdict]) }

  /// Whether it goes back and forth between `pass` and anything else.
  package var isFlapping: Bool {
    let switches = zip(verdicts, verdicts.dropFirst()).count { ($0 == .pass) != ($1 == .pass) }
    return switches >= Self.flappingSwitches
  }
}

extension Verdict {
  fileprivate var letter: Character {
    switch self {
    case .critical: "c"
    case .unknown: "u"
    case .warning: "w"
    case .pass: "p"
    case .skipped: "s"
    }
  }
}
