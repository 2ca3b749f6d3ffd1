extension DirectoryFailure {
  /// Our code for it.
  package var code: String {
    switch reason {
    case .noToken: "directory-no-token"
    case .permissionMissing: "directory-permission-missing"
    case .refused: "directory-refused"
    case .failed: "directory-unanswered"
    case .malformed: "directory-malformed"
    case .foreignLink: "directory-foreign-link"
    case .loop: "directory-loop"
    case .miscounted: "directory-miscounted"
    case .tooMuch: "directory-too-much"
    }
  }
}
