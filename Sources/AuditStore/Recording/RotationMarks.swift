/// By what one sees that under the same name there is another credential.
struct RotationMarks: Equatable {
  /// An end, and who says so.
  struct End: Equatable {
    let at: Int64
    let from: String
  }

  var source: String?
  var thumbprint: String?
  var end: End?

  /// Whether this is another credential than the one before. What either did not know is not
  /// compared: a file that cannot be read tonight is no rotation. Ends are compared where the same
  /// source tells both, for without its certificate a credential seems to end when the inventory
  /// says.
  func isRotation(of before: RotationMarks) -> Bool {
    if let source, let old = before.source, source != old { return true }
    if let thumbprint, let old = before.thumbprint, thumbprint != old { return true }
    if let end, let old = before.end, end.from == old.from, end.at != old.at { return true }
    return false
  }

  /// What is known now, and from before what is not known now. Of another credential nothing holds any
  /// more: one whose file cannot be read on its first night is not rotated again on the second.
  func rememberingWhatIsMissing(from before: RotationMarks?) -> RotationMarks {
    guard let before, !isRotation(of: before) else { return self }
    return RotationMarks(
      source: source ?? before.source, thumbprint: thumbprint ?? before.thumbprint,
      end: end ?? before.end)
  }
}
