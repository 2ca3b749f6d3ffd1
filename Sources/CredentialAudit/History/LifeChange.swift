package import Foundation

/// One stored step of a subject's life: a run whose answer was another than the one before.
package struct LifeChange: Sendable, Hashable {
  /// A verdict and the code that it was given with.
  package struct Answer: Sendable, Hashable {
    package let verdict: Verdict
    package let code: String

    package init(_ verdict: Verdict, _ code: String) {
      self.verdict = verdict
      self.code = code
    }
  }

  /// When the run started.
  package let at: Date
  /// The run's id; the run itself may have been dropped since.
  package let run: String
  /// `unchanged` where only the code is another.
  package let change: Change
  /// Nil where nothing was known before.
  package let old: Answer?
  package let new: Answer
  /// Nil for an authority.
  package let traits: CredentialTraits?

  package init(
    at: Date, run: String, change: Change, old: Answer?, new: Answer, traits: CredentialTraits?
  ) {
    self.at = at
    self.run = run
    self.change = change
    self.old = old
    self.new = new
    self.traits = traits
  }
}
