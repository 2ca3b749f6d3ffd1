/// What became of one subject between two runs. One of the two looks is there at least.
package struct SubjectDifference: Sendable, Hashable {
  package let subject: SubjectName
  /// Never `unchanged`.
  package let change: Change
  /// Nil where it is seen for the first time.
  package let old: SubjectLook?
  /// Nil where it is gone.
  package let new: SubjectLook?

  /// What is another on the credential; nil but for a rotation.
  package var rotation: Rotation? {
    change == .rotated ? Rotation(from: old?.traits, to: new?.traits) : nil
  }
}
