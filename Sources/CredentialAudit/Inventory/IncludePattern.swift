import Foundation

/// One entry of `include`: a path, or a pattern with wildcards in any of its parts.
struct IncludePattern {
  let pattern: String

  struct Matches {
    /// Sorted, so that the same files are read in the same order everywhere.
    var files: [String] = []
    /// Where was looked, for whoever can write there can add to the inventory.
    var folders: [String] = []
  }

  /// What there is; nil where a folder or file that is named outright is not there.
  func find() -> Matches? {
    let parts = pattern.split(separator: "/").map(String.init)
    var matches = Matches(files: [pattern.hasPrefix("/") ? "/" : "."])
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      var found: [String] = []
      for folder in matches.files {
        guard Glob.isPattern(part) else {
          found.append(PathName.join(folder, part))
          continue
        }
        matches.folders.append(folder)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
          // Above the first wildcard, a folder that is not there is a slip of the keys.
          if !Glob.isPattern(parts[..<index].joined()) { return nil }
          continue
        }
        let glob = Glob(part)
        for name in names where !name.hasPrefix(".") && glob.matches(name) {
          let path = PathName.join(folder, name)
          if !isLast, !isFolder(path) { continue }
          found.append(path)
        }
      }
      matches.files = found
    }
    let isLiteral = !Glob.isPattern(pattern)
    matches.files = matches.files.filter { FileManager.default.fileExists(atPath: $0) }.sorted()
    return isLiteral && matches.files.isEmpty ? nil : matches
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
