/// What a file's one document holds, told from the top: the entries of its outermost mapping, each
/// whole, but for one list that may be as long as the file and is told item by item.
enum YAMLPart {
  case entry(YAMLEntry)
  /// The list at the streamed key begins.
  case list(keyPosition: YAMLPosition, position: YAMLPosition)
  case item(Int, YAMLNode)
  /// The document is a list or text, or nothing at all.
  case other(YAMLNode?)
  case problem(YAMLProblem)
}

enum YAMLDocument {
  /// Reads one file: `visit` is told its parts in their order, and problems as they are met. Of the
  /// list at the key `streamed` no more than one item is held at a time. Thrown is what ends the
  /// reading: syntax, encoding, a limit.
  static func read(
    _ bytes: [UInt8], streamed: String, limits: YAMLLimits = YAMLLimits(),
    visit: (YAMLPart) -> Void
  ) throws(YAMLProblem) {
    try YAMLEvents.reading(bytes) { events throws(YAMLProblem) in
      var composer = YAMLComposer(limits: limits)
      guard let first = try firstEvent(&events) else { return visit(.other(nil)) }
      if first.kind == .mappingStart, first.anchor == nil {
        try readMapping(first, streamed, &composer, &events, visit)
      } else {
        let node = try composer.node(first, &events, depth: 0).node
        tell(&composer, visit)
        visit(.other(node))
      }
      try expectEnd(&events)
    }
  }

  /// Reads one file's document whole.
  static func whole(
    _ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLProblem) -> (node: YAMLNode?, problems: [YAMLProblem]) {
    try YAMLEvents.reading(bytes) { events throws(YAMLProblem) in
      var composer = YAMLComposer(limits: limits)
      guard let first = try firstEvent(&events) else { return (nil, []) }
      let node = try composer.node(first, &events, depth: 0).node
      try expectEnd(&events)
      return (node, composer.takeProblems())
    }
  }

  private static func firstEvent(_ events: inout YAMLEvents) throws(YAMLProblem) -> YAMLEvent? {
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamStart, .documentStart: continue
      case .streamEnd: return nil
      default: return event
      }
    }
  }

  private static func readMapping(
    _ start: YAMLEvent, _ streamed: String, _ composer: inout YAMLComposer,
    _ events: inout YAMLEvents, _ visit: (YAMLPart) -> Void
  ) throws(YAMLProblem) {
    composer.checkTag(start)
    var keys = YAMLKeys()
    while true {
      let event = try events.next()
      if event.kind == .mappingEnd { break }
      guard let key = try composer.key(event, &events, depth: 1) else {
        tell(&composer, visit)
        continue
      }
      let known = keys.insert(key, &composer)
      let first = try events.next()
      if key.text == streamed, known, first.kind == .sequenceStart, first.anchor == nil {
        composer.checkTag(first)
        visit(.list(keyPosition: key.position, position: first.position))
        var index = 0
        while true {
          let event = try events.next()
          if event.kind == .sequenceEnd { break }
          let item = try composer.node(event, &events, depth: 2).node
          tell(&composer, visit)
          visit(.item(index, item))
          index += 1
        }
      } else {
        let value = try composer.node(first, &events, depth: 1).node
        tell(&composer, visit)
        if known {
          visit(.entry(YAMLEntry(key: key.text, keyPosition: key.position, value: value)))
        }
      }
    }
    tell(&composer, visit)
  }

  private static func tell(_ composer: inout YAMLComposer, _ visit: (YAMLPart) -> Void) {
    for problem in composer.takeProblems() { visit(.problem(problem)) }
  }

  /// One file is one document: what stands behind a second `---` would be read by some tools and
  /// not by others.
  private static func expectEnd(_ events: inout YAMLEvents) throws(YAMLProblem) {
    while true {
      let event = try events.next()
      switch event.kind {
      case .documentEnd: continue
      case .streamEnd: return
      default:
        throw YAMLProblem(
          .severalDocuments, at: event.position, "a second document starts here",
          hint: "remove this '---', or put what follows into a file of its own and include it")
      }
    }
  }
}
