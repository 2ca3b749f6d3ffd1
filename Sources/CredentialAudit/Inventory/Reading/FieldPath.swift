/// The way from a file's outermost mapping to a node; written out only when a problem needs it.
indirect enum FieldPath {
  case root
  case key(FieldPath, String)
  case index(FieldPath, Int)

  /// `tenants[2].applications[0].client_id`.
  var text: String {
    switch self {
    case .root: ""
    case .key(let parent, let key): Self.join(parent.text, key)
    case .index(let parent, let index): "\(parent.text)[\(index)]"
    }
  }

  private static func join(_ parent: String, _ key: String) -> String {
    parent.isEmpty ? key : "\(parent).\(key)"
  }

  /// Whether it leads below `credentials`, where no value is ever shown.
  var isConfidential: Bool {
    switch self {
    case .root: false
    case .key(let parent, let key): key == "credentials" || parent.isConfidential
    case .index(let parent, _): parent.isConfidential
    }
  }
}
