/// The file that is being read: what its problems and its relative paths belong to. Every node of it
/// that is looked at leads here, so that it is one object.
final class InventoryFile {
  /// As given, or as the including file names it.
  let path: String
  let log: ProblemLog
  private let folder: String

  init(path: String, log: ProblemLog) {
    self.path = path
    self.log = log
    folder = PathName.folder(of: path)
  }

  func location(_ position: YAMLPosition) -> SourceLocation {
    SourceLocation(file: path, line: Int(position.line), column: Int(position.column))
  }

  /// A path that the file names, seen from where the program was started.
  func resolve(_ named: String) -> String {
    PathName.join(folder, named)
  }

  func report(_ problem: YAMLProblem) {
    log.report(
      InventoryProblem(
        location: location(problem.position), code: problem.code, message: problem.message,
        hint: problem.hint))
  }
}
