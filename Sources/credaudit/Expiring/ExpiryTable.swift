import AuditReports
import CredentialAudit
import Foundation

/// What ends, for people: what has ended first, then week by week, and within each whose it is.
struct ExpiryTable {
  private let outlook: ExpiryOutlook
  /// Of the columns that are padded, over all sections, so that the eye finds them again.
  private let widths: [Int]

  init(_ outlook: ExpiryOutlook) {
    self.outlook = outlook
    widths = [
      outlook.ends.map { Wording.daysLeft($0.daysLeft).count }.max() ?? 0,
      outlook.ends.map { TerminalEscaping.line($0.credential.subject.text).count }.max() ?? 0,
      outlook.ends.map(\.credential.kind.count).max() ?? 0,
    ]
  }

  var text: String {
    let ended = outlook.ends.filter(\.hasEnded)
    let coming = Dictionary(grouping: outlook.ends.filter { !$0.hasEnded }, by: \.week)
    var sections = ended.isEmpty ? [] : [("ended: \(ended.count)", ended)]
    sections += coming.sorted { $0.key < $1.key }.map { week, ends in
      ("\(week.text), from \(week.start.utcDay): \(ends.count)", ends)
    }
    return sections.map(section).joined(separator: "\n")
  }

  private func section(_ title: String, _ ends: [UpcomingEnd]) -> String {
    var lines = [title]
    for (owner, ends) in Self.byOwner(ends) {
      lines.append("  " + TerminalEscaping.line(owner ?? "nobody's"))
      lines += ends.map { "    " + line($0) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Whoever has to act first comes first; the ends keep their order.
  private static func byOwner(_ ends: [UpcomingEnd]) -> [(String?, [UpcomingEnd])] {
    var order: [String?] = []
    var groups: [String?: [UpcomingEnd]] = [:]
    for end in ends {
      let owner = end.credential.owner
      if groups[owner] == nil { order.append(owner) }
      groups[owner, default: []].append(end)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  private func line(_ end: UpcomingEnd) -> String {
    let cells = [
      Wording.daysLeft(end.daysLeft), end.credential.subject.text, end.credential.kind,
    ]
    let padded = zip(cells, widths).map { cell, width in
      let cell = TerminalEscaping.line(cell)
      return cell + String(repeating: " ", count: max(0, width - cell.count))
    }
    return ([end.at.utcDay] + padded + [verdict(end)])
      .joined(separator: "  ")
  }

  private func verdict(_ end: UpcomingEnd) -> String {
    TerminalEscaping.line(LifeWording.answer(end.credential.answer))
  }
}
