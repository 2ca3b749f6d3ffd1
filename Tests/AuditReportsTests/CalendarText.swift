import CredentialAudit
import Testing

/// `expiries.ics` as a calendar reads it (RFC 5545), strictly.
struct CalendarText {
  /// A property's name, with its parameters, and its value as it is written.
  typealias Line = (name: String, value: String)

  let lines: [Line]

  /// - Throws: Where a line is longer than 75 octets, has another end than CRLF, breaks a character
  ///   or is no property.
  init(_ run: any RunReader) throws {
    let bytes = try Output.ics.bytes(of: run)
    var unfolded: [[UInt8]] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    {
      try #require(line.last == UInt8(ascii: "\r") && line.count <= 76)
      let content = line.dropLast()
      try #require(!content.contains(UInt8(ascii: "\r")))
      try #require(String(validating: content, as: UTF8.self) != nil, "a broken character")
      if content.first == UInt8(ascii: " ") {
        try #require(!unfolded.isEmpty)
        unfolded[unfolded.count - 1] += content.dropFirst()
      } else {
        unfolded.append(Array(content))
      }
    }
    lines = try unfolded.map { line in
      let parts = try #require(
        String(decoding: line, as: UTF8.self).wholeMatch(of: #/([A-Z][A-Z0-9;=-]*):(.*)/#))
      return (String(parts.1), String(parts.2))
    }
  }

  /// The lines of each event, its alarms' included.
  var events: [[Line]] {
    lines.split { $0 == ("BEGIN", "VEVENT") }.dropFirst().map { rest in
      Array(rest.prefix { $0 != ("END", "VEVENT") })
    }
  }

  /// The values of a property in the one event, as text.
  func values(_ name: String) throws -> [String] {
    try #require(events.count == 1)
    return events[0].filter { $0.name == name }.map { Self.text($0.value) }
  }

  /// A TEXT's characters (section 3.3.11).
  static func text(_ value: String) -> String {
    value.replacing(#/\\(.)/#) { match in match.1 == "n" || match.1 == "N" ? "\n" : match.1 }
  }
}
