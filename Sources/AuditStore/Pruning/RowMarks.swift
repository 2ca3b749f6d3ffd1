/// Which rows of a table something points at: a bit a row, so that ten million take a megabyte.
struct RowMarks {
  private var words: [UInt64] = []

  mutating func mark(_ id: Int64) {
    guard id >= 0 else { return }
    let word = Int(id >> 6)
    if word >= words.count {
      words.append(
        contentsOf: repeatElement(0, count: max(word + 1, words.count * 2) - words.count))
    }
    words[word] |= 1 << UInt64(id & 63)
  }

  /// Whether a row was marked. No row of ours has a negative number; one that has is left alone.
  func contains(_ id: Int64) -> Bool {
    guard id >= 0 else { return true }
    let word = Int(id >> 6)
    return word < words.count && words[word] & (1 << UInt64(id & 63)) != 0
  }
}
