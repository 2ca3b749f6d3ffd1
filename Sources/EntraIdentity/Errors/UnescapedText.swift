/// A text's bytes after escapes were taken out of it, with the place in the original that each of
/// them is from.
struct UnescapedText: Sendable {
  let bytes: [UInt8]
  /// Where each byte begins in the original, and at last where the original ends; empty for the
  /// original itself.
  private let starts: [Int]

  /// The original.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = []
  }

  private init(_ bytes: [UInt8], starts: [Int]) {
    self.bytes = bytes
    self.starts = starts
  }

  /// The same range in the original.
  func place(of range: Range<Int>) -> Range<Int> {
    start(range.lowerBound)..<start(range.upperBound)
  }

  /// The text as it stands and as its escapes mean it, one kind within another: a form that is
  /// echoed in a JSON text, an assertion that was encoded twice.
  func readings() -> [UnescapedText] {
    guard bytes.contains(where: Escape.mayBegin(with:)) else { return [self] }
    var all = [self]
    var newest = [self]
    for _ in 0..<3 {
      newest = newest.flatMap { text in Escape.allCases.compactMap(text.without) }
      all += newest
    }
    return all
  }

  private func start(_ position: Int) -> Int { starts.isEmpty ? position : starts[position] }

  /// The text without escapes of one kind; nil where it has none.
  private func without(_ escape: Escape) -> UnescapedText? {
    guard bytes.contains(where: escape.begins) else { return nil }
    var result: [UInt8] = []
    var places: [Int] = []
    var position = 0
    var hasAny = false
    while position < bytes.count {
      let unit =
        escape.begins(with: bytes[position]) ? escape.unit(bytes[position...]) : nil
      for byte in unit?.meaning ?? [bytes[position]] {
        result.append(byte)
        places.append(start(position))
      }
      hasAny = hasAny || unit != nil
      position += unit?.length ?? 1
    }
    return hasAny ? UnescapedText(result, starts: places + [start(bytes.count)]) : nil
  }
}
