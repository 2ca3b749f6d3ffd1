/// What was seen, as names and values in a fixed order. Names are snake_case words; values are
/// cleaned of control characters and hold no secret.
package struct Evidence: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// One name and its value.
  package struct Item: Sendable, Hashable, Codable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package private(set) var items: [Item]

  package init(_ items: [Item] = []) {
    self.items = items
  }

  package init(dictionaryLiteral elements: (String, String?)...) {
    items = elements.compactMap { name, value in value.map { Item(name: name, value: $0) } }
  }

  /// Adds an item; nothing where there is no value.
  package mutating func add(_ name: String, _ value: String?) {
    if let value { items.append(Item(name: name, value: value)) }
  }

  package subscript(name: String) -> String? {
    items.first { $0.name == name }?.value
  }

  package var isEmpty: Bool { items.isEmpty }
}
