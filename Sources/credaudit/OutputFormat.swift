import ArgumentParser
import Foundation

/// How a reading command shows its rows.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
  case csv
}

/// The option that every reading command has.
struct OutputFormatOption: ParsableArguments {
  @Option(name: .long, help: "How to write to standard output.")
  var format = OutputFormat.table
}
