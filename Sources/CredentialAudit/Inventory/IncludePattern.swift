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

  /// What there is; nil where something that is named outright is not there, or a folder cannot be
  /// looked into: what was not seen must not read as "nothing there".
  func find() -> Matches? {
    let parts = pattern.split(separator: "/").map(String.init)
    var matches = Matches(files: [pattern.hasPrefix("/") ? "/" : "."])
    var isBelowWildcard = false
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      var found: [String] = []
      for folder in matches.files {
        guard Glob.isPattern(part) else {
          let path = PathName.join(folder, part)
          // Of the folders that a wildcard found, not each need hold what comes next.
          if !isBelowWildcard || FileManager.default.fileExists(atPath: path) { found.append(path) }
          continue
        }
        matches.folders.append(folder)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
          return nil
        }
        let glob = Glob(part)
        for name in names where !name.hasPrefix(".") && glob.matches(name) {
          let path = PathName.join(folder, name)
          // A link that leads nowhere stays among the files, to be told when it is read.
          if isFolder(path) != isLast { found.append(path) }
        }
      }
      matches.files = found
      isBelowWildcard = isBelowWildcard || Glob.isPattern(part)
    }
    matches.files.sort()
    let isMissing = !isBelowWildcard && !matches.files.allSatisfy(FileManager.default.fileExists)
    return isMissing ? nil : matches
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
