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
    let parts = path.split(separator: "/").filter { $0 != "." }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : (joined.isEmpty ? "." : joined)
  }
}
