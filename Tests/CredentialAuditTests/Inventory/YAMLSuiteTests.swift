import Foundation
import Testing

@testable import CredentialAudit

/// The cases of yaml/yaml-test-suite, where they are at hand. They are YAML 1.2; libyaml is 1.1.
@Suite("The YAML test suite")
struct YAMLSuiteTests {
  static let folder = ProcessInfo.processInfo.environment["CREDAUDIT_CORPORA"].map {
    $0 + "/yaml/src"
  }

  /// What the suite wants refused and libyaml takes, by file and place in it, with the reason.
  static let taken: [String: String] = {
    let directives = "a directive ends the document before it, which 1.1 does not ask to be marked"
    let comments = "a '#' behind an indicator starts a comment without a blank before it"
    let indentation = "a line of a flow collection or quoted text may start at any column"
    let dashes = "a '-' in a flow sequence begins plain text"
    return [
      "9HCY/0": directives, "EB22/0": directives, "RHX7/0": directives, "MUS6/0": directives,
      "MUS6/1": directives, "9JBA/0": comments, "CVW2/0": comments, "SU5Z/0": comments,
      "X4QW/0": comments, "9C9N/0": indentation, "QB6E/0": indentation, "DK95/1": indentation,
      "Y79Y/3": indentation, "G5U8/0": dashes, "YJV2/0": dashes,
      "S98Z/0": "blank lines before a block scalar's first line do not set its indentation",
    ]
  }()

  struct Case: Sendable {
    let id: String
    let fails: Bool
    let yaml: String
  }

  @Test(
    "every invalid case is refused, but those that libyaml takes for a reason that is named here",
    .enabled(if: folder != nil))
  func invalidCases() throws {
    let cases = try Self.cases()
    #expect(cases.count > 350)
    var wrong: [String] = []
    for test in cases where test.fails {
      if !isRefused(test.yaml), Self.taken[test.id] == nil { wrong.append(test.id) }
      if isRefused(test.yaml), Self.taken[test.id] != nil { wrong.append("not " + test.id) }
    }
    #expect(wrong == [])
  }

  @Test("no case crashes, and no problem shows a line of its file", .enabled(if: folder != nil))
  func noCrash() throws {
    for test in try Self.cases() {
      let problems = Fixture.problems(in: test.yaml)
      #expect(!problems.isEmpty, "\(test.id) is no inventory")
    }
  }

  /// Whether the text is refused as YAML; what we refuse beyond that does not count.
  private func isRefused(_ text: String) -> Bool {
    do {
      try YAMLEvents.reading(Array(text.utf8)) { events throws(YAMLProblem) in
        while try events.next().kind != .streamEnd {}
      }
      return false
    } catch {
      return true
    }
  }

  private static func cases() throws -> [Case] {
    let folder = try #require(folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.flatMap { name -> [Case] in
      let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + name))
      guard case .sequence(let items) = try YAMLDocument.whole(Array(bytes)).node?.content else {
        Issue.record("\(name) is not a list")
        return []
      }
      var fields: [String: String] = [:]
      return items.enumerated().compactMap { index, item in
        guard case .mapping(let entries) = item.content else { return nil }
        fields["fail"] = nil
        for entry in entries {
          if case .scalar(let text, _) = entry.value.content { fields[entry.key] = text }
        }
        return Case(
          id: name.prefix(4) + "/\(index)", fails: fields["fail"] == "true",
          yaml: visible(fields["yaml"] ?? ""))
      }
    }
  }

  /// The suite writes blanks at line ends, tabs and missing newlines as visible characters.
  private static func visible(_ text: String) -> String {
    var result = text.replacing("␣", with: " ").replacing("←", with: "\r").replacing(
      "⇔", with: "\u{FEFF}"
    )
    .replacing("↵", with: "")
    while let range = result.range(of: "—*»", options: .regularExpression) {
      result.replaceSubrange(range, with: "\t")
    }
    return result.hasSuffix("∎\n") ? String(result.dropLast(2)) : result
  }
}
