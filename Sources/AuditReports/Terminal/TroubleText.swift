import CredentialAudit
import Foundation

/// One subject that is not in order, in lines: what and whose it is, what is wrong, why, what to do.
struct TroubleText {
  private static let findingsPerSubject = 3
  let style: Style
  let columns: Int
  /// The run's start.
  let start: Date
  /// Whether nothing was ever looked at before: then it is not said of each subject.
  var isFirstRun = false

  func lines(for trouble: Trouble) -> [String] {
    let word = trouble.verdict.rawValue.padding(to: 8)
    var title = PrintableText.clean(trouble.name, maximum: 260)
    let told = standing(of: trouble)
    if !told.isEmpty { title += " (\(told.joined(separator: "; ")))" }
    let facts = (trouble.facts + [trouble.owner].compactMap(\.self)).map {
      PrintableText.clean($0, maximum: 100)
    }
    if !facts.isEmpty { title += ": " + facts.joined(separator: ", ") }
    var lines = TextBlock.lines(title, first: "  \(word)  ", columns: columns)
    // Coloured after the breaking, so that no colour's letters are counted as width.
    lines[0] = "  \(style.verdict(trouble.verdict, word))  " + lines[0].dropFirst(12)
    for finding in trouble.findings.prefix(Self.findingsPerSubject) {
      let isNews = trouble.change == .unchanged && finding.past?.isNew ?? false
      lines += block("", "\(isNews ? "new: " : "")\(finding.summary) [\(finding.code)]")
        .map(style.bold)
      if let cause = finding.cause { lines += block("why  ", cause) }
      if let fix = finding.fix { lines += block("fix  ", fix) }
    }
    let rest = trouble.findings.count - Self.findingsPerSubject
    if rest > 0 { lines += block("", "and \(Wording.count(rest, "finding", "findings")) more") }
    return lines
  }

  /// What became of it, or since when it is known.
  private func standing(of trouble: Trouble) -> [String] {
    var words: [String] = []
    if let change = Wording.change(trouble.change) {
      if !isFirstRun { words.append(change) }
    } else if let course = trouble.course {
      words.append(Wording.since(course, at: start))
    }
    if trouble.isFlapping { words.append("goes back and forth") }
    return words
  }

  private func block(_ label: String, _ text: String) -> [String] {
    TextBlock.lines(
      PrintableText.clean(text, maximum: 400), first: "            " + label, columns: columns)
  }
}

extension String {
  /// At least so many characters wide.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
