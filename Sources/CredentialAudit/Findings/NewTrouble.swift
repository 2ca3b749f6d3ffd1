extension Finding {
  /// Whether this is trouble that nobody answers for and that was not there, or not so bad, when its
  /// subject was last looked at: what `--new-only` fails on and `--quiet` speaks of.
  ///
  /// All trouble of what is seen for the first time is new, and all of what was rotated: it is another
  /// credential. Of what became worse, that is new which made it so.
  ///
  /// - Parameters:
  ///   - subject: The verdict of the subject that it was found of.
  ///   - change: What became of that subject.
  /// - Returns: Whether it is new.
  package func isNewTrouble(of subject: Verdict, _ change: Change) -> Bool {
    guard verdict.isTrouble, suppressed == nil, change != .gone else { return false }
    if past?.isNew ?? false { return true }
    switch change {
    case .firstSeen, .rotated: return true
    case .worse: return verdict == subject
    case .unchanged, .better, .recovered, .gone: return false
    }
  }
}

extension AuthorityRecord {
  /// What of it is new and answered for by nobody, worst first.
  package var newTrouble: [Finding] { findings.filter { $0.isNewTrouble(of: verdict, change) } }
}

extension CredentialRecord {
  /// What of it is new and answered for by nobody, worst first.
  package var newTrouble: [Finding] { findings.filter { $0.isNewTrouble(of: verdict, change) } }
}
