import Foundation

/// Feeds bytes to one of the readers of what comes from outside.
///
///   fuzz TARGET FILE…             runs the files, once each
///   fuzz TARGET [OPTION…] FOLDER  libFuzzer's own command line, in a build that has it
@main
struct Fuzz {
  static func main() {
    var arguments = CommandLine.arguments
    guard arguments.count > 2, let target = FuzzTarget.all[arguments.remove(at: 1)] else {
      let names = FuzzTarget.all.keys.sorted().joined(separator: ", ")
      complain("usage: fuzz TARGET FILE…\ntargets: \(names)\n")
      exit(2)
    }
    #if FUZZING
      LibFuzzer.drive(target, arguments)
    #else
      for file in arguments.dropFirst() {
        guard let data = FileManager.default.contents(atPath: file) else {
          complain("fuzz: '\(file)' cannot be read\n")
          exit(2)
        }
        target.run(Array(data))
      }
      print("\(arguments.count - 1) inputs")
    #endif
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
