import CredentialAudit
import Foundation

/// Writes iCalendar's lines (RFC 5545, section 3.1): CRLF at their ends, and none longer than 75
/// octets; what is longer goes on in the next one, after a blank.
struct CalendarWriter {
  private static let longest = 75
  private let stream: ByteStream

  init(_ stream: ByteStream) {
    self.stream = stream
  }

  /// A component, with all that the body writes within it.
  func component(_ name: String, _ body: () throws -> Void) throws {
    try begin(name)
    try body()
    try end(name)
  }

  /// Begins a component whose contents come bit by bit.
  func begin(_ name: String) throws { try property("BEGIN", name) }
  func end(_ name: String) throws { try property("END", name) }

  /// A property whose value is as the format wants it.
  func property(_ name: String, _ value: String) throws {
    try stream.write(Self.folded("\(name):\(value)") + "\r\n")
  }

  /// A property that holds a text from outside.
  func text(_ name: String, _ text: String, maximum: Int = PrintableText.maximum) throws {
    try property(name, CalendarText.escaped(text, maximum: maximum))
  }

  /// A moment in UTC, which needs no definition of a zone (section 3.3.5, form 2).
  func moment(_ name: String, _ date: Date) throws {
    try property(name, date.rfc3339.replacing("-", with: "").replacing(":", with: ""))
  }

  /// Within a character's octets no line is broken: a reader that decodes before it unfolds would
  /// find two halves of one.
  private static func folded(_ line: String) -> String {
    guard line.utf8.count > longest else { return line }
    var result = ""
    result.reserveCapacity(line.utf8.count + line.utf8.count / 24)
    var count = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if count + width > longest {
        result += "\r\n "
        count = 1
      }
      result.unicodeScalars.append(scalar)
      count += width
    }
    return result
  }
}
