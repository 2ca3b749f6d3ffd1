/// Values by text. Most tables hold a handful, which is found soonest along a list.
struct TextTable<Value> {
  private static var few: Int { 12 }

  private var list: [(text: String, value: Value)] = []
  /// Holds all of them once there are more than a few.
  private var table: [String: Value] = [:]

  subscript(text: String) -> Value? {
    guard table.isEmpty else { return table[text] }
    for entry in list where entry.text == text { return entry.value }
    return nil
  }

  /// Adds the value of a text that has none yet.
  mutating func add(_ value: Value, of text: String) {
    if table.isEmpty, list.count < Self.few {
      if list.isEmpty { list.reserveCapacity(4) }
      return list.append((text, value))
    }
    if table.isEmpty { for entry in list { table[entry.text] = entry.value } }
    table[text] = value
  }
}
