/// Where the nodes of a document stand in its text. Unlike ``YAMLNode`` it is what is written: aliases
/// and merges are left as they are.
struct YAMLLayout: Sendable {
  enum Content: Sendable {
    case scalar(String)
    /// By its anchor's name.
    case alias(String)
    case sequence([YAMLLayout], isFlow: Bool)
    case mapping([Entry], isFlow: Bool)
  }

  struct Entry: Sendable {
    /// Empty where it is no plain text.
    let key: String
    let keyPosition: YAMLPosition
    let value: YAMLLayout
  }

  let content: Content
  let position: YAMLPosition
  /// By what an alias may repeat it.
  let anchor: String?
  /// Behind its last character, comments aside, counted in characters.
  let end: Int

  /// Reads where everything of a file's one document stands.
  /// - Returns: Nil where the file is empty.
  static func read(
    _ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLProblem) -> YAMLLayout? {
    try YAMLEvents.reading(bytes) { events throws(YAMLProblem) in
      while true {
        let event = try events.next()
        switch event.kind {
        case .streamStart, .documentStart: continue
        case .streamEnd: return nil
        default: return try YAMLLayout(event, &events, limits, depth: 0)
        }
      }
    }
  }

  private init(
    _ event: YAMLEvent, _ events: inout YAMLEvents, _ limits: YAMLLimits, depth: Int
  ) throws(YAMLProblem) {
    guard depth < limits.depth else {
      throw YAMLProblem(
        .tooDeep, at: event.position, "more than \(limits.depth) levels are inside each other")
    }
    position = event.position
    anchor = event.anchor
    // A block ends with what is in it; only brackets and braces have an end of their own.
    var last = event.range.upperBound
    switch event.kind {
    case .alias(let name): content = .alias(name)
    case .scalar(let text, _): content = .scalar(text)
    case .sequenceStart:
      var items: [YAMLLayout] = []
      while true {
        let next = try events.next()
        if next.kind == .sequenceEnd {
          if event.isFlow { last = next.range.upperBound }
          break
        }
        items.append(try YAMLLayout(next, &events, limits, depth: depth + 1))
        last = items[items.count - 1].end
      }
      content = .sequence(items, isFlow: event.isFlow)
    default:
      var entries: [Entry] = []
      while true {
        let next = try events.next()
        if next.kind == .mappingEnd {
          if event.isFlow { last = next.range.upperBound }
          break
        }
        let key = try YAMLLayout(next, &events, limits, depth: depth + 1)
        let value = try YAMLLayout(try events.next(), &events, limits, depth: depth + 1)
        entries.append(
          Entry(key: key.text ?? "", keyPosition: key.position, value: value))
        last = value.end
      }
      content = .mapping(entries, isFlow: event.isFlow)
    }
    end = last
  }

  /// What a scalar says.
  var text: String? { if case .scalar(let text) = content { text } else { nil } }

  /// Its items, where it is a list.
  var items: [YAMLLayout]? { if case .sequence(let items, _) = content { items } else { nil } }

  /// The anchors of what stands in it more than once.
  var repeated: Set<String> {
    switch content {
    case .scalar: []
    case .alias(let name): [name]
    case .sequence(let items, _):
      items.reduce(into: []) { $0.formUnion($1.repeated) }
    case .mapping(let entries, _):
      entries.reduce(into: []) { $0.formUnion($1.value.repeated) }
    }
  }

  /// The entry of that key, where it is a mapping.
  func entry(_ key: String) -> Entry? {
    guard case .mapping(let entries, _) = content else { return nil }
    return entries.first { $0.key == key }
  }
}
