/// Lists of texts in a column, as this store writes nearly all of them: ASCII, with nothing escaped.
/// A report reads hundreds of thousands; what is not of this form is for the parser of JSON.
struct PlainTexts {
  private let bytes: [UInt8]
  private var place = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// `["first","second"]`; nil for what is written otherwise.
  static func list(_ text: String) -> [String]? {
    var reader = PlainTexts(text)
    guard let list = reader.items({ $0.text() }), reader.isAtEnd else { return nil }
    return list
  }

  /// `[["name","value"],["name","value"]]`; nil for what is written otherwise.
  static func pairs(_ text: String) -> [(name: String, value: String)]? {
    var reader = PlainTexts(text)
    guard let pairs = reader.items({ $0.pair() }), reader.isAtEnd else { return nil }
    return pairs
  }

  private var isAtEnd: Bool { place == bytes.count }

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

  private mutating func pair() -> (name: String, value: String)? {
    guard take("["), let name = text(), take(","), let value = text(), take("]") else { return nil }
    return (name, value)
  }

  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    let start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        defer { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
      case UInt8(ascii: "\\"), ..<0x20, 0x7F...: return nil
      default: place += 1
      }
    }
    return nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }
}
