/// A node of an inventory file with the way to it: what every rule of the format reads.
struct Field {
  let node: YAMLNode
  let path: FieldPath
  let file: InventoryFile

  var location: SourceLocation { file.location(node.position) }

  /// Notes a problem with this node.
  func report(_ code: InventoryProblem.Code, _ message: String, hint: String? = nil) {
    file.log.report(
      InventoryProblem(
        location: location, code: code, path: path.text, message: message, hint: hint))
  }

  /// A value as it may stand at the start of a message.
  func shown(_ text: String) -> String {
    path.isConfidential ? "this" : PrintableText.quoted(text)
  }

  /// The text of a scalar; `expected` is what is allowed here, for the message.
  func text(_ expected: @autoclosure () -> String) -> String? {
    scalar(expected())?.text
  }

  /// A scalar that is written without quotes, as numbers and booleans are. Spans and rates are text
  /// for YAML and JSON alike, and programs that write inventories may put quotes around them.
  func plainText(_ expected: @autoclosure () -> String) -> String? {
    guard let scalar = scalar(expected()) else { return nil }
    guard scalar.plain else {
      report(
        .wrongType, "\(expected()) is expected, and quotes make it text", hint: "remove the quotes")
      return nil
    }
    return scalar.text
  }

  private func scalar(_ expected: @autoclosure () -> String) -> (text: String, plain: Bool)? {
    guard !isNothing(expected()) else { return nil }
    guard case .scalar(let text, let plain) = node.content else {
      report(.wrongType, "\(node.noun) is written where \(expected()) is expected")
      return nil
    }
    guard !text.isEmpty else {
      report(.noValue, "the text is empty", hint: "write \(expected())")
      return nil
    }
    return (text, plain)
  }

  /// Whether the key stands alone, which is noted: it may mean "none" or "forgotten".
  private func isNothing(_ expected: @autoclosure () -> String) -> Bool {
    guard node.isNothing else { return false }
    report(.noValue, "nothing is written here", hint: "write \(expected()), or remove the key")
    return true
  }

  /// The items of a list.
  func items(_ expected: String) -> [Field]? {
    guard !isNothing("\(expected), or [] for none") else { return nil }
    guard case .sequence(let nodes) = node.content else {
      report(
        .wrongType, "\(node.noun) is written where \(expected) is expected",
        hint: "a list is written as [one, two] or with '- ' before each item")
      return nil
    }
    return nodes.enumerated().map { index, node in
      Field(node: node, path: .index(path, index), file: file)
    }
  }

  /// The entries of a mapping; keys that are not among `known` are noted.
  func fields(_ expected: String, known: [String]) -> Fields? {
    guard !isNothing(expected) else { return nil }
    guard case .mapping(let entries) = node.content else {
      report(.wrongType, "\(node.noun) is written where \(expected) is expected")
      return nil
    }
    let fields = Fields(field: self, entries: entries)
    fields.checkKeys(known)
    return fields
  }
}
