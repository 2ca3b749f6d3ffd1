import Testing

/// A strict reader of as much of XML 1.0 as a report may use: elements, attributes in double quotes,
/// text, and the five entities that need no declaration. FoundationXML would make libxml2 a condition
/// for running the tests.
struct XMLReading {
  /// What is met, in the order of the document.
  enum Event: Equatable {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  let events: [Event]

  init(_ document: String) throws {
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    try #require(document.hasPrefix(declaration))
    var events: [Event] = []
    var open: [String] = []
    var rest = document.unicodeScalars.dropFirst(declaration.unicodeScalars.count)
    while let scalar = rest.first {
      let piece = rest.prefix { scalar == "<" ? $0 != ">" : $0 != "<" }
      rest = rest.dropFirst(piece.count)
      guard scalar == "<" else {
        let text = try Self.text(String(piece))
        try #require(!open.isEmpty || text == "\n", "text outside the document's element")
        events.append(.text(text))
        continue
      }
      try #require(rest.popFirst() == ">", "a tag without an end")
      if piece.dropFirst().first == "/" {
        let name = String(piece.dropFirst(2))
        try #require(open.popLast() == name, "</\(name)> ends another element")
        events.append(.end(name))
        continue
      }
      let isEmpty = piece.last == "/"
      let (name, attributes) = try Self.tag(String(isEmpty ? piece.dropLast() : piece))
      events.append(.start(name, attributes))
      if isEmpty { events.append(.end(name)) } else { open.append(name) }
    }
    try #require(open.isEmpty, "\(open) have no end")
    self.events = events
  }

  private static func tag(_ text: String) throws -> (String, [String: String]) {
    let tag = try #require(
      text.wholeMatch(
        of: /<([a-z][a-z-]*)((?: [a-z_]+="[^"<]*")*)/.matchingSemantics(.unicodeScalar)),
      "\(text) is no tag")
    var attributes: [String: String] = [:]
    let pairs = /([a-z_]+)="([^"]*)"/.matchingSemantics(.unicodeScalar)
    for pair in tag.2.matches(of: pairs) {
      let name = String(pair.1)
      try #require(attributes[name] == nil, "\(name) stands twice")
      attributes[name] = try Self.text(String(pair.2))
    }
    return (String(tag.1), attributes)
  }

  /// The text that is meant (XML 1.0, sections 2.2, 2.4 and 4.6).
  private static func text(_ text: String) throws -> String {
    let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "&" else {
        let isCharacter =
          switch scalar.value {
          case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...: true
          default: false
          }
        try #require(isCharacter, "U+\(String(scalar.value, radix: 16)) is no character of XML")
        result.append(scalar)
        continue
      }
      let name = String(rest.prefix { $0 != ";" })
      result.append(contentsOf: try #require(entities[name], "&\(name);").unicodeScalars)
      rest = rest.dropFirst(name.unicodeScalars.count + 1)
    }
    try #require(!text.contains("]]>"))
    return String(result)
  }
}
