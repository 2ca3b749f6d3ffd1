import CLibYAML

/// libyaml's event parser over bytes in memory: the one place where its pointers are touched. The
/// bytes are borrowed for the time of ``reading(_:_:)``, and the value cannot leave it.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: YAMLText

  /// Lends the events of a text to `body`.
  static func reading<Result>(
    _ bytes: [UInt8], _ body: (inout YAMLEvents) throws(YAMLProblem) -> Result
  ) throws(YAMLProblem) -> Result {
    let text = YAMLText(bytes: bytes)
    if let problem = text.encodingProblem { throw problem }
    return try bytes.withUnsafeBufferPointer { buffer throws(YAMLProblem) in
      // The encoding is left to libyaml, which steps over a byte order mark only where it looks for
      // one itself; what it could take for UTF-16 was refused above.
      var events = YAMLEvents(text: text)
      yaml_parser_set_input_string(events.parser, buffer.baseAddress, buffer.count)
      return try body(&events)
    }
  }

  private init(text: YAMLText) {
    self.text = text
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    // It fails only without memory, and then every later call fails with an error of its own.
    _ = yaml_parser_initialize(parser)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// The next event; after the stream's end, that end again.
  mutating func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { yaml_event_delete(&event) }
    let position = Self.position(event.start_mark)
    let range = Self.range(event.start_mark, event.end_mark)
    switch event.type {
    case YAML_STREAM_START_EVENT:
      return YAMLEvent(kind: .streamStart, position: position, range: range)
    case YAML_DOCUMENT_START_EVENT:
      return YAMLEvent(kind: .documentStart, position: position, range: range)
    case YAML_DOCUMENT_END_EVENT:
      return YAMLEvent(kind: .documentEnd, position: position, range: range)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(
        kind: .alias(Self.string(event.data.alias.anchor) ?? ""), position: position, range: range)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let value = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return YAMLEvent(
        kind: .scalar(value, plain: scalar.style == YAML_PLAIN_SCALAR_STYLE), position: position,
        range: range,
        anchor: Self.string(scalar.anchor), tag: Self.string(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      return YAMLEvent(
        kind: .sequenceStart, position: position, range: range,
        isFlow: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
        anchor: Self.string(event.data.sequence_start.anchor),
        tag: Self.string(event.data.sequence_start.tag))
    case YAML_SEQUENCE_END_EVENT:
      return YAMLEvent(kind: .sequenceEnd, position: position, range: range)
    case YAML_MAPPING_START_EVENT:
      return YAMLEvent(
        kind: .mappingStart, position: position, range: range,
        isFlow: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
        anchor: Self.string(event.data.mapping_start.anchor),
        tag: Self.string(event.data.mapping_start.tag))
    case YAML_MAPPING_END_EVENT:
      return YAMLEvent(kind: .mappingEnd, position: position, range: range)
    default: return YAMLEvent(kind: .streamEnd, position: position, range: range)
    }
  }

  /// Some events (a block's end) have no extent, and libyaml ends them where it was when it knew.
  private static func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> Range<Int> {
    Int(start.index)..<max(Int(start.index), Int(end.index))
  }

  private static func position(_ mark: yaml_mark_t) -> YAMLPosition {
    YAMLPosition(line: Int32(clamping: mark.line + 1), column: Int32(clamping: mark.column + 1))
  }

  private static func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  /// libyaml's own words are fixed phrases that hold nothing of the file.
  private func problem() -> YAMLProblem {
    let state = parser.pointee
    if state.error == YAML_READER_ERROR { return text.unreadable(at: Int(state.problem_offset)) }
    let position = Self.position(state.problem_mark)
    if let tab = text.tabIndentation(around: Int(position.line)) { return tab }
    var message = "this is not YAML"
    if let problem = state.problem { message += ": " + String(cString: problem) }
    if let context = state.context {
      message += ", " + String(cString: context)
      if state.context_mark.line + 1 != Int(position.line) {
        message += " from line \(state.context_mark.line + 1)"
      }
    }
    return YAMLProblem(
      .syntax, at: position, message,
      hint:
        "check the indentation, and put quotes around text with one of : # { } [ ] , & * ! | > % @ `"
    )
  }
}
