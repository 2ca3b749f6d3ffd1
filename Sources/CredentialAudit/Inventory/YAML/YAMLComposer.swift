/// Makes nodes of events: anchors, aliases and merge keys resolved, within limits.
struct YAMLComposer {
  /// A node, and how many nodes it is when every alias in it is written out.
  struct Weighted {
    let node: YAMLNode
    let weight: Int
  }

  let limits: YAMLLimits
  private var anchors: [String: Weighted] = [:]
  /// Anchors whose nodes are not finished: an alias of one would be inside itself.
  private var unfinished: Set<String> = []
  private var written = 0
  private var expanded = 0
  private var problems: [YAMLProblem] = []

  init(limits: YAMLLimits) {
    self.limits = limits
  }

  mutating func report(_ problem: YAMLProblem) {
    problems.append(problem)
  }

  mutating func takeProblems() -> [YAMLProblem] {
    guard !problems.isEmpty else { return [] }
    defer { problems = [] }
    return problems
  }

  /// The node that an event starts.
  mutating func node(
    _ event: YAMLEvent, _ events: inout YAMLEvents, depth: Int
  ) throws(YAMLProblem) -> Weighted {
    guard depth < limits.depth else {
      throw YAMLProblem(
        .tooDeep, at: event.position, "more than \(limits.depth) levels are inside each other")
    }
    written += 1
    if let anchor = event.anchor { unfinished.insert(anchor) }
    checkTag(event)
    let content: YAMLNode.Content
    var weight = 1
    switch event.kind {
    case .alias(let name):
      return try alias(name, at: event.position)
    case .scalar(let text, let plain):
      // `!!str 12` says the same as quotes.
      content = .scalar(text, plain: plain && event.tag != Self.textTag)
    case .sequenceStart:
      var items: [YAMLNode] = []
      while true {
        let next = try events.next()
        if next.kind == .sequenceEnd { break }
        let item = try node(next, &events, depth: depth + 1)
        items.append(item.node)
        weight += item.weight
      }
      content = .sequence(items)
    default:
      let mapping = try mapping(&events, depth: depth)
      content = .mapping(mapping.entries)
      weight += mapping.weight
    }
    let result = Weighted(
      node: YAMLNode(content: content, position: event.position), weight: weight)
    if let anchor = event.anchor {
      unfinished.remove(anchor)
      anchors[anchor] = result
    }
    return result
  }

  private mutating func mapping(
    _ events: inout YAMLEvents, depth: Int
  ) throws(YAMLProblem) -> (entries: [YAMLEntry], weight: Int) {
    var entries: [YAMLEntry] = []
    entries.reserveCapacity(4)
    var weight = 0
    var keys = YAMLKeys()
    var merge = YAMLMerge()
    while true {
      let event = try events.next()
      if event.kind == .mappingEnd { break }
      guard let key = try key(event, &events, depth: depth + 1) else { continue }
      let isMerge = key.text.isWord("<<") && event.kind == .scalar("<<", plain: true)
      let isNew = keys.insert(key, &self)
      let value = try node(try events.next(), &events, depth: depth + 1)
      weight += 1 + value.weight
      guard isNew else { continue }
      if isMerge {
        merge.add(value.node, &self)
      } else {
        entries.append(
          YAMLEntry(key: key.text, keyPosition: key.position, value: value.node))
      }
    }
    let added = merge.apply(to: &entries)
    try charge(added, at: entries.first?.keyPosition ?? .start)
    return (entries, weight + added)
  }

  /// A key that is text, or nil after the problem is noted and its value skipped.
  mutating func key(
    _ event: YAMLEvent, _ events: inout YAMLEvents, depth: Int
  ) throws(YAMLProblem) -> (text: String, position: YAMLPosition)? {
    let node = try node(event, &events, depth: depth).node
    if case .scalar(let text, _) = node.content { return (text, event.position) }
    report(YAMLProblem(.wrongType, at: event.position, "a key is \(node.noun) here, not text"))
    _ = try self.node(try events.next(), &events, depth: depth)
    return nil
  }

  private mutating func alias(
    _ name: String, at position: YAMLPosition
  ) throws(YAMLProblem) -> Weighted {
    guard !unfinished.contains(name) else {
      throw YAMLProblem(.aliasExpansion, at: position, "this alias stands inside what it repeats")
    }
    guard let anchored = anchors[name] else {
      throw YAMLProblem(
        .unknownAnchor, at: position, "this alias has no anchor before it in this file",
        hint: "write &name where the text stands first; quote text that starts with *")
    }
    try charge(anchored.weight, at: position)
    return anchored
  }

  private mutating func charge(_ nodes: Int, at position: YAMLPosition) throws(YAMLProblem) {
    expanded += nodes
    guard expanded <= limits.freeExpansion + limits.expansionPerNode * written else {
      throw YAMLProblem(
        .aliasExpansion, at: position,
        "aliases and merges make this file more than \(limits.expansionPerNode) times as large",
        hint: "repeat less: put what is common into defaults")
    }
  }

  private static let textTag = "tag:yaml.org,2002:str"
  private static let tags = Set(
    ["str", "int", "float", "bool", "null", "seq", "map", "merge"].map { "tag:yaml.org,2002:" + $0 }
      + ["!", "?"])

  /// Other tags (`!vault`, `!env`, `!!binary`) ask for something to be done with the text. Reading
  /// it as if they were not there would send the wrong text somewhere.
  mutating func checkTag(_ event: YAMLEvent) {
    guard let tag = event.tag, !Self.tags.contains(tag) else { return }
    report(
      YAMLProblem(
        .tag, at: event.position, "a tag (a word that starts with '!') has no meaning here",
        hint: "a secret is referred to with env, file or command"))
  }
}
