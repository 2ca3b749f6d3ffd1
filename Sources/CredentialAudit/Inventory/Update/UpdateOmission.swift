/// What of a draft has no place in a file.
package struct UpdateOmission: Sendable, Hashable {
  /// How many of an application's credentials.
  package let credentials: Int
  /// Why they cannot be added.
  package let problem: UpdateProblem
}
