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
    try stream.write(Self.folded("\(name):\(value)"))
    try stream.write("\r\n")
  }

  /// A property that holds a text from outside.
  func text(_ name: String, _ text: String, maximum: Int = PrintableText.maximum) throws {
    try property(name, CalendarText.escaped(text, maximum: maximum))
  }

  /// A moment in UTC, which needs no definition of a zone (section 3.3.5, form 2).
  func moment(_ name: String, _ date: Date) throws {
    let digits = date.rfc3339.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }
    try property(name, String(decoding: digits, as: UTF8.self))
  }

  /// Within a character's octets no line is broken: a reader that decodes before it unfolds would
  /// find two halves of one.
  private static func folded(_ line: String) -> String {
    var rest = Array(line.utf8)[...]
    guard rest.count > longest else { return line }
    var result: [UInt8] = []
    result.reserveCapacity(rest.count + rest.count / 24)
    var room = longest
    while rest.count > room {
      var end = rest.startIndex + room
      while UTF8.isContinuation(rest[end]) { end -= 1 }
      result += rest[..<end]
      result += "\r\n ".utf8
      rest = rest[end...]
      room = longest - 1
    }
    result += rest
    return String(decoding: result, as: UTF8.self)
  }
}
