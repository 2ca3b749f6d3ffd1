/// Collects problems while files are read. A template that is merged into a thousand credentials
/// is wrong in one place and reported once.
final class ProblemLog {
  /// Nobody reads more; a file of another kind would otherwise have one for each of its lines.
  static let limit = 1_000

  private struct Key: Hashable {
    let location: SourceLocation
    let code: InventoryProblem.Code
    let message: String
  }
  private var seen: Set<Key> = []
  private var problems: [InventoryProblem] = []
  private var files: [String: Int] = [:]
  private var dropped = 0

  var isEmpty: Bool { problems.isEmpty }

  /// Makes a file known, in the order in which problems are to be listed.
  func begin(_ file: String) {
    if files[file] == nil { files[file] = files.count }
  }

  func report(_ problem: InventoryProblem) {
    let key = Key(location: problem.location, code: problem.code, message: problem.message)
    guard seen.insert(key).inserted else { return }
    guard problems.count < Self.limit else { return dropped += 1 }
    problems.append(problem)
  }

  /// All problems in the order of files, lines and columns.
  var sorted: [InventoryProblem] {
    var result = problems.sorted { a, b in
      let (fileA, fileB) = (files[a.location.file, default: 0], files[b.location.file, default: 0])
      return (fileA, a.location.line, a.location.column, a.code.rawValue)
        < (fileB, b.location.line, b.location.column, b.code.rawValue)
    }
    if dropped > 0, let last = result.last {
      result.append(
        InventoryProblem(
          location: last.location, code: .tooManyProblems,
          message: "\(dropped) more problems are not listed", hint: "mend these first"))
    }
    return result
  }
}
