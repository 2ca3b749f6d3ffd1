/// Writes JSON as it comes, two blanks deeper for each level, keys in the order in which they are
/// written. It holds no tree: a run of any size takes the same memory.
final class JSONWriter {
  private let stream: ByteStream
  private var depth = 0
  /// The line's end and the next one's blanks, by depth.
  private var lineStarts = ["\n"]
  private var isFirst = true

  init(_ stream: ByteStream) {
    self.stream = stream
  }

  /// An object; with a name inside another object, without in an array or at the top.
  func object(_ name: String? = nil, _ body: () throws -> Void) throws {
    try beginObject(name)
    try body()
    try endObject()
  }

  /// An array, likewise.
  func array(_ name: String? = nil, _ body: () throws -> Void) throws {
    try beginArray(name)
    try body()
    try endArray()
  }

  /// Begins an object whose contents come bit by bit.
  func beginObject(_ name: String? = nil) throws { try open(name, "{") }
  func endObject() throws { try close("}") }

  /// Begins an array whose contents come bit by bit.
  func beginArray(_ name: String? = nil) throws { try open(name, "[") }
  func endArray() throws { try close("]") }

  func text(_ name: String?, _ value: String?) throws {
    guard let value else { return try literal(name, "null") }
    try stream.write { bytes in
      begin(name, &bytes)
      JSONText.append(value, to: &bytes)
    }
    isFirst = false
  }

  /// A key that is left out where there is no value.
  func present(_ name: String, _ value: String?) throws {
    if let value { try text(name, value) }
  }

  func number(_ name: String?, _ value: Int?) throws {
    try literal(name, value.map(String.init) ?? "null")
  }

  func flag(_ name: String?, _ value: Bool) throws {
    try literal(name, value ? "true" : "false")
  }

  func texts(_ name: String, _ values: [String]) throws {
    try array(name) {
      for value in values { try text(nil, value) }
    }
  }

  /// Ends the file's last line.
  func finish() throws {
    try stream.write("\n")
  }

  private func literal(_ name: String?, _ text: String) throws {
    try stream.write { bytes in
      begin(name, &bytes)
      bytes += text.utf8
    }
    isFirst = false
  }

  private func open(_ name: String?, _ bracket: String) throws {
    try literal(name, bracket)
    depth += 1
    isFirst = true
  }

  private func close(_ bracket: String) throws {
    depth -= 1
    try stream.write { bytes in
      if !isFirst { bytes += lineStart.utf8 }
      bytes += bracket.utf8
    }
    isFirst = false
  }

  private func begin(_ name: String?, _ bytes: inout [UInt8]) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { bytes += lineStart.utf8 }
    guard let name else { return }
    JSONText.append(name, to: &bytes)
    bytes += ": ".utf8
  }

  private var lineStart: String {
    while lineStarts.count <= depth { lineStarts.append(lineStarts[lineStarts.count - 1] + "  ") }
    return lineStarts[depth]
  }
}
