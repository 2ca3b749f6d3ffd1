import AuditReports
import CredentialAudit
import Foundation
import TestSupport

/// A page, taken apart by its own landmarks.
struct PageText {
  let text: String

  init(_ run: MemoryRun) throws {
    text = try Output.html.text(of: run)
  }

  init(authorities: [AuthorityRecord] = [], credentials: [CredentialRecord]) throws {
    try self.init(
      MemoryRun(run: SampleRun.facts(), authorities: authorities, credentials: credentials))
  }

  /// The rows, in the page's order.
  var rows: [String] {
    let list = between("id=\"rows\">", and: "\n</ol>") ?? ""
    return list.components(separatedBy: "\n").filter { $0.hasPrefix("<li id=\"s-") }
  }

  /// A section's inside, by the id of its heading; nil where there is none.
  func section(_ id: String) -> String? {
    between("<section aria-labelledby=\"\(id)\">", and: "</section>")
  }

  /// What a reader sees of some markup, on one line.
  static func words(_ markup: some StringProtocol) -> String {
    String(markup).replacing(/<svg.*?<\/svg>/.dotMatchesNewlines(), with: "")
      .replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
  }

  /// A table's rows below a section, each as its cells' words.
  func table(in id: String, number: Int = 0) -> [[String]] {
    let tables = (section(id) ?? "").components(separatedBy: "<tbody>").dropFirst()
    guard let body = tables.dropFirst(number).first?.components(separatedBy: "</tbody>").first
    else { return [] }
    return body.components(separatedBy: "</tr>").dropLast().map { row in
      row.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { cell in
        Self.words(cell.1).trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// The words of all options of a choice, without the first, which is 'all'.
  func options(of name: String) -> [String] {
    let choice = between("<select name=\"\(name)\"", and: "</select>") ?? ""
    return choice.matches(of: /<option value="([^"]*)"/).map { String($0.1) }.dropFirst().map(
      \.self)
  }

  func between(_ start: String, and end: String) -> String? {
    text.range(of: start).flatMap { begin in
      text[begin.upperBound...].range(of: end).map {
        String(text[begin.upperBound..<$0.lowerBound])
      }
    }
  }
}
