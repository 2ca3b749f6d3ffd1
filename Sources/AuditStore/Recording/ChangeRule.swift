import CredentialAudit

extension Change {
  /// What became of a subject since it was last looked at.
  ///
  /// Only looks are compared with looks. An offline run, and a subject that was skipped, compare
  /// nothing: they are `unchanged` where the subject is known at all, else `first_seen`. For the
  /// first run that is not offline the subject is `first_seen`, whatever offline runs said of it, and
  /// so it is when it comes back after it was gone.
  static func decided(
    verdict: Verdict, code: String, marks: RotationMarks, offline: Bool, known: Bool,
    standing: Standing?
  ) -> Change {
    if offline || verdict == .skipped { return known ? .unchanged : .firstSeen }
    guard let standing, standing.isComparable else { return .firstSeen }
    if marks.isRotation(of: standing.marks) { return .rotated }
    if verdict == standing.verdict { return .unchanged }
    if verdict.severity > standing.verdict.severity { return .worse }
    // What is an alarm no more for being old has not become better, nor has what was not read.
    if code == CodeMeaning.endedLongAgo || code == CodeMeaning.directoryNotRead {
      return .unchanged
    }
    return verdict == .pass ? .recovered : .better
  }
}
