/// A place in a file, both from 1; columns count characters.
struct YAMLPosition: Hashable, Sendable {
  let line: Int32
  let column: Int32

  static let start = YAMLPosition(line: 1, column: 1)
}

/// One node of a YAML document. Scalars stay text: what `010`, `1:30`, `no` or `2027-01-31` mean
/// is said by the field they stand in, never guessed from their look as YAML 1.1 does.
struct YAMLNode: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    /// `plain` tells `no` from `"no"`.
    case scalar(String, plain: Bool)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  let content: Content
  let position: YAMLPosition

  /// What it is called in a message.
  var noun: String {
    switch content {
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// Whether nothing is written: `key:` alone, `~` or `null`.
  var isNothing: Bool {
    guard case .scalar(let text, plain: true) = content, text.utf8.count <= 4 else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}

/// A key and its value. Keys are text; anything else was refused.
struct YAMLEntry: Hashable, Sendable {
  let key: String
  let keyPosition: YAMLPosition
  let value: YAMLNode
}
