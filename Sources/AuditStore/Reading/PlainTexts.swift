/// Lists of texts in a column, as this store writes nearly all of them: ASCII, with nothing escaped.
/// A report reads hundreds of thousands; what is not of this form is for the parser of JSON.
struct PlainTexts {
  private var rest: Substring.UTF8View

  private init(_ text: String) { rest = text[...].utf8 }

  /// `["first","second"]`; nil for what is written otherwise.
  static func list(_ text: String) -> [String]? {
    var reader = PlainTexts(text)
    guard let list = reader.list(), reader.rest.isEmpty else { return nil }
    return list
  }

  /// `[["name","value"],["name","value"]]`; nil for what is written otherwise.
  static func lists(_ text: String) -> [[String]]? {
    var reader = PlainTexts(text)
    guard let lists = reader.items({ $0.list() }), reader.rest.isEmpty else { return nil }
    return lists
  }

  private mutating func list() -> [String]? { items { $0.text() } }

  private mutating func items<Item>(_ item: (inout PlainTexts) -> Item?) -> [Item]? {
    guard take("[") else { return nil }
    var items: [Item] = []
    if take("]") { return items }
    repeat {
      guard let next = item(&self) else { return nil }
      items.append(next)
    } while take(",")
    return take("]") ? items : nil
  }

  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    var end = rest.startIndex
    while end < rest.endIndex {
      switch rest[end] {
      case UInt8(ascii: "\""):
        let text = String(Substring(rest[..<end]))
        rest = rest[rest.index(after: end)...]
        return text
      case UInt8(ascii: "\\"), ..<0x20, 0x7F...: return nil
      default: end = rest.index(after: end)
      }
    }
    return nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
