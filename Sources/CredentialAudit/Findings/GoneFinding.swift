package import Foundation

extension Finding {
  /// What is said once of a subject that is not met any more.
  /// - Parameters:
  ///   - subject: What is gone.
  ///   - verdict: What was last said of it.
  ///   - code: The code of its worst finding then.
  ///   - lookedAt: When the run started that said so.
  ///   - successor: What it seems to be called now, where something new looks like it.
  ///   - reason: Why it is not.
  ///   - names: What its directory called it.
  /// - Returns: The one finding that its record has.
  package static func gone(
    _ subject: SubjectName, last verdict: Verdict, code: String, lookedAt: Date,
    successor: SubjectName?, because reason: GoneReason = .leftInventory,
    called names: GoneNames = GoneNames()
  ) -> Finding {
    let check: CheckID =
      switch subject {
      case .authority: .authorityURL
      case .credential: .credentialSource
      }
    let was = verdict == .pass ? verdict.rawValue : "\(verdict.rawValue) (\(code))"
    return .skipped(
      check, "gone",
      "\(reason.words); it was last looked at on \(lookedAt.utcDay) and was \(was)",
      evidence: Evidence(
        [
          Evidence.Item(name: "last_verdict", value: verdict.rawValue),
          Evidence.Item(name: "last_code", value: code),
          Evidence.Item(name: "last_looked_at", value: lookedAt.rfc3339),
        ] + names.items
      ).telling(successor))
  }
}

extension Evidence {
  private static let renamed = "looks_renamed_to"

  /// The evidence of a gone subject's finding, with another successor or none.
  package func telling(_ successor: SubjectName?) -> Evidence {
    var evidence = Evidence(items.filter { $0.name != Self.renamed })
    evidence.add(Self.renamed, successor?.text)
    return evidence
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
