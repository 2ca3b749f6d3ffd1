/// Where a runbook may be: reports turn it into a link, so no scheme that could run anything.
enum Runbook {
  static func isValid(_ text: String) -> Bool {
    guard text.utf8.count <= 2_048,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) })
    else { return false }
    if let rest = text.suffix(after: "https://") {
      return rest.first.map { $0 != "/" && $0 != "?" && $0 != "#" } ?? false
    }
    if let rest = text.suffix(after: "mailto:") {
      let parts = rest.prefix { $0 != "?" }.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
    }
    return false
  }
}

extension String {
  fileprivate func suffix(after prefix: String) -> Substring? {
    lowercased().hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
