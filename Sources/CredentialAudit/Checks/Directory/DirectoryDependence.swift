extension DirectoryObservation {
  /// What is said of a credential where its directory was not read: half of a directory would look
  /// like all of it.
  /// - Parameter check: The question that cannot be answered.
  /// - Returns: Nil where it was read to its end.
  func unread(_ check: CheckID) -> Finding? {
    switch self {
    case .read: return nil
    case .notRead(code: "offline"):
      return .skipped(check, "offline", "the network was not asked")
    case .notRead(let code):
      return .found(
        check, .unknown, CodeMeaning.directoryNotRead, "the directory was not read: \(code)",
        evidence: ["directory_code": code])
    case .failed(let failure):
      return .found(
        check, .unknown, CodeMeaning.directoryNotRead,
        "the directory was not read: \(failure.code), page \(failure.page) of \(failure.collection)",
        evidence: [
          "directory_code": failure.code, "collection": failure.collection,
          "page": String(failure.page),
        ])
    }
  }
}
