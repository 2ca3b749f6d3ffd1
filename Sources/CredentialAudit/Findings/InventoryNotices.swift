extension Inventory {
  /// What the inventory asks for and this version reads without doing it, so that nobody takes a
  /// report for more than it is.
  package var notices: [RunNotice] {
    var notices: [RunNotice] = []
    if !suppressions.isEmpty {
      notices.append(
        RunNotice(
          code: "suppressions-not-applied",
          message:
            "the inventory has \(suppressions.count.of("suppression")); this version reads and applies none"
        ))
    }
    let directories = tenants.count { $0.directory != nil }
    if directories > 0 {
      notices.append(
        RunNotice(
          code: "directory-not-read",
          message:
            "\(directories.of("tenant")) with a directory; this version reads no directory"))
    }
    return notices
  }
}
