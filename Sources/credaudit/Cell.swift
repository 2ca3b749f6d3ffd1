import CredentialAudit
import Foundation

/// One value of a row.
enum Cell: Sendable, Hashable {
  case text(String)
  case number(Int)
  case flag(Bool)
  /// Nothing is known: `null`, and an empty cell elsewhere.
  case none

  init(_ text: String?) { self = text.map(Cell.text) ?? .none }

  init(_ number: Int?) { self = number.map(Cell.number) ?? .none }

  init(_ moment: Date?) { self = moment.map { .text($0.rfc3339) } ?? .none }

  /// As a person reads it.
  var words: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .none: ""
    }
  }
}
