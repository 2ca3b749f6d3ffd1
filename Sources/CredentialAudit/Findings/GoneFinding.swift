package import Foundation

extension Finding {
  /// What is said once of a subject that the inventory no longer has.
  /// - Parameters:
  ///   - subject: What is gone.
  ///   - verdict: What was last said of it.
  ///   - code: The code of its worst finding then.
  ///   - lookedAt: When the run started that said so.
  ///   - successor: What it seems to be called now, where something new looks like it.
  /// - Returns: The one finding that its record has.
  package static func gone(
    _ subject: SubjectName, last verdict: Verdict, code: String, lookedAt: Date,
    successor: SubjectName?
  ) -> Finding {
    let check: CheckID =
      switch subject {
      case .authority: .authorityURL
      case .credential: .credentialSource
      }
    let was = verdict == .pass ? verdict.rawValue : "\(verdict.rawValue) (\(code))"
    return .skipped(
      check, "gone",
      "the inventory no longer has it; it was last looked at on \(lookedAt.utcDay) and was \(was)",
      evidence: [
        "last_verdict": verdict.rawValue, "last_code": code, "last_looked_at": lookedAt.rfc3339,
        "looks_renamed_to": successor?.text,
      ])
  }
}

extension RunNotice {
  /// Something left the inventory, and something new looks like it.
  package static func looksRenamed(from old: SubjectName, to new: SubjectName) -> RunNotice {
    RunNotice(
      code: "looks-renamed",
      message:
        "'\(new.text)' is new and looks like '\(old.text)', which is gone: a new name begins a new "
        + "history",
      tenant: new.tenant)
  }
}
