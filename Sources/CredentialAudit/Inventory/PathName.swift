/// Paths as text; nothing is looked up.
enum PathName {
  /// The folder that a path is in; `.` where it names none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path seen from a folder. `..` stays: what it means depends on links.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") { return clean(path) }
    return clean(folder == "." ? path : folder + "/" + path)
  }

  /// Without `.` parts and doubled slashes.
  private static func clean(_ path: String) -> String {
    if isClean(path) { return path }
    let parts = path.split(separator: "/").filter { $0 != "." }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : (joined.isEmpty ? "." : joined)
  }

  /// Whether no part is empty or `.`, as of nearly every path.
  private static func isClean(_ path: String) -> Bool {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    // The two bytes before the one that is looked at. The first part begins as if behind a slash.
    var (second, last) = (slash, slash)
    for byte in path.utf8.dropFirst(path.hasPrefix("/") ? 1 : 0) {
      if byte == slash, last == slash || (last == dot && second == slash) { return false }
      (second, last) = (last, byte)
    }
    return last != slash && (last != dot || second != slash)
  }
}
