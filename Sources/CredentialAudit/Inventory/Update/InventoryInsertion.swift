/// Lines that are put into a file.
package struct InventoryInsertion: Sendable, Hashable {
  /// Behind which line of the old file, from 1; 0 for its beginning.
  package let line: Int
  /// Without their ends.
  package private(set) var text: [String]
  /// Behind which byte.
  let offset: Int
  /// The file's last line has no end: it gets one first.
  let closesLine: Bool
  let newline: String

  init(_ text: [String], at offset: Int, in source: SourceText) {
    self.text = text
    self.offset = offset
    closesLine = !source.isLineStart(offset)
    line = source.lines(before: offset) + (closesLine ? 1 : 0)
    newline = source.newline(before: offset)
  }

  /// Both, where they are for the same place.
  func followed(by other: InventoryInsertion) -> InventoryInsertion {
    var joined = self
    joined.text += other.text
    return joined
  }

  var bytes: [UInt8] {
    let lines = text.map { $0 + newline }.joined()
    return Array(((closesLine ? newline : "") + lines).utf8)
  }
}
