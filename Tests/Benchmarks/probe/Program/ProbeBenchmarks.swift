import Foundation

/// Sends the requests of an audit over a prepared estate, as the probe does or in a bare loop of
/// async-http-client, and prints what it took as JSON.
///
///     probe-benchmarks probe|loop FOLDER
@main
struct ProbeBenchmarks {
  static func main() async throws {
    let words = CommandLine.arguments.dropFirst()
    guard words.count == 2, let folder = words.last else { throw WrongArguments() }
    let expense =
      switch words.first {
      case "probe": try await Probing(folder: folder).measure()
      case "loop": try await BareLoop(folder: folder).measure()
      default: throw WrongArguments()
      }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(expense), as: UTF8.self))
  }
}

/// What was typed is not how it is called.
struct WrongArguments: Error {}
