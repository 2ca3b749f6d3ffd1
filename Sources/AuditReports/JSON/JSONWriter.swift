/// Writes JSON as it comes, two blanks deeper for each level, keys in the order in which they are
/// written. It holds no tree: a run of any size takes the same memory.
final class JSONWriter {
  private let stream: ByteStream
  private var depth = 0
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
    try literal(name, value.map(JSONText.quoted))
  }

  /// A key that is left out where there is no value.
  func present(_ name: String, _ value: String?) throws {
    if let value { try text(name, value) }
  }

  func number(_ name: String?, _ value: Int?) throws {
    try literal(name, value.map(String.init))
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

  private func literal(_ name: String?, _ text: String?) throws {
    try begin(name)
    try stream.write(text ?? "null")
    isFirst = false
  }

  private func open(_ name: String?, _ bracket: String) throws {
    try begin(name)
    try stream.write(bracket)
    depth += 1
    isFirst = true
  }

  private func close(_ bracket: String) throws {
    depth -= 1
    if !isFirst { try newLine() }
    try stream.write(bracket)
    isFirst = false
  }

  private func begin(_ name: String?) throws {
    if !isFirst { try stream.write(",") }
    if depth > 0 { try newLine() }
    if let name { try stream.write("\(JSONText.quoted(name)): ") }
  }

  private func newLine() throws {
    try stream.write("\n" + String(repeating: " ", count: 2 * depth))
  }
}
