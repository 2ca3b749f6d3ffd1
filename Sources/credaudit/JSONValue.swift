import AuditReports

/// What a command writes as JSON, its keys in the order in which they are written down.
indirect enum JSONValue: Sendable, Hashable {
  case cell(Cell)
  case array([JSONValue])
  case object([Member])

  /// A key and its value.
  struct Member: Sendable, Hashable {
    let name: String
    let value: JSONValue
  }

  /// An object of plain values.
  static func object(_ names: [String], _ cells: [Cell]) -> JSONValue {
    .object(zip(names, cells).map { Member(name: $0, value: .cell($1)) })
  }

  /// The document, two blanks deeper for each level, its last line ended.
  var document: String { text(indent: "") + "\n" }

  private func text(indent: String) -> String {
    switch self {
    case .cell(.text(let text)): JSONEscaping.quoted(text)
    case .cell(.number(let number)): String(number)
    case .cell(.flag(let flag)): flag ? "true" : "false"
    case .cell(.none): "null"
    case .array(let values):
      Self.nested("[", "]", indent) { deeper in values.map { $0.text(indent: deeper) } }
    case .object(let members):
      Self.nested("{", "}", indent) { deeper in
        members.map { "\(JSONEscaping.quoted($0.name)): \($0.value.text(indent: deeper))" }
      }
    }
  }

  private static func nested(
    _ opening: String, _ closing: String, _ indent: String, _ lines: (String) -> [String]
  ) -> String {
    let deeper = indent + "  "
    let lines = lines(deeper)
    guard !lines.isEmpty else { return opening + closing }
    let body = lines.map { deeper + $0 }.joined(separator: ",\n")
    return "\(opening)\n\(body)\n\(indent)\(closing)"
  }
}
