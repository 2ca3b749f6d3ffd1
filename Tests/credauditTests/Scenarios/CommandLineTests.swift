import Testing

@testable import credaudit

/// What is said of a command line that cannot be understood.
@Suite struct CommandLineTests {
  @Test(
    "A command that there is not is told, with the one that was meant",
    arguments: [
      ("valdate", "did you mean validate?"), ("reports", "did you mean report?"),
      ("Audit", "did you mean audit?"), ("simulat", "'credaudit --help' lists them"),
      ("", "'credaudit --help' lists them"), ("\u{1B}[31mx", "'credaudit --help' lists them"),
    ])
  func unknownCommand(_ word: String, _ hint: String) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run([word])
      #expect(run.status == .usage && run.output == "")
      #expect(run.error.contains("there is no command '") && run.error.contains("hint: \(hint)"))
      #expect(!run.error.contains("\u{1B}"))
    }
  }

  @Test("Help and version are no unknown commands", arguments: ["help", "--help", "--version"])
  func help(_ word: String) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run([word])
      #expect(run.status == .clean && run.error == "" && run.output != "")
    }
  }

  @Test(
    "Nothing that was typed moves a terminal's cursor",
    arguments: [
      ["explain", "a", "\u{1B}[31mred"], ["explain", "--\u{1B}[31mred"],
      ["audit", "--fail-on", "\u{1B}[31mred"], ["audit", "--tenant", "\u{1B}[31mred"],
    ])
  func typed(_ arguments: [String]) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run(arguments)
      #expect(run.status == .usage && run.error.hasPrefix("credaudit: error: "))
      #expect(run.error.contains("red") && !run.error.contains("\u{1B}"))
    }
  }

  @Test("A plan finds what is wrong with the night's command line", arguments: ["pdf", ","])
  func plan(_ formats: String) async throws {
    let run = try await Scenario().audit("--plan", "--formats", formats)
    #expect(run.status == .usage && run.output == "")
    #expect(run.error.contains("--formats"))
  }
}
