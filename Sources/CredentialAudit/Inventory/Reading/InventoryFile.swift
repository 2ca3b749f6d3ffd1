/// The file that is being read: what its problems and its relative paths belong to.
struct InventoryFile {
  /// As given, or as the including file names it.
  let path: String
  let log: ProblemLog

  func location(_ position: YAMLPosition) -> SourceLocation {
    SourceLocation(file: path, line: Int(position.line), column: Int(position.column))
  }

  /// A path that the file names, seen from where the program was started.
  func resolve(_ named: String) -> String {
    PathName.join(PathName.folder(of: path), named)
  }

  func report(_ problem: YAMLProblem) {
    log.report(
      InventoryProblem(
        location: location(problem.position), code: problem.code, message: problem.message,
        hint: problem.hint))
  }
}
