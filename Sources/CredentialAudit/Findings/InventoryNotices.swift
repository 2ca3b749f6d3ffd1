extension Inventory {
  /// What the inventory asks for and this version reads without doing it, so that nobody takes a
  /// report for more than it is.
  package var notices: [RunNotice] {
    var notices = productionTags.notices(for: self)
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
