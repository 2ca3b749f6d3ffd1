/// The bytes of a file as lines, for putting more of them in.
struct SourceText {
  let bytes: [UInt8]

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Where so many characters end: libyaml counts characters, and none for a byte order mark.
  func offset(ofCharacter index: Int) -> Int {
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var left = index
    while left > 0, offset < bytes.count {
      offset += 1
      // Every byte but a continuation byte begins a character.
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// Where the next line begins behind what ends at an offset; the text's end where none follows.
  func lineEnd(after offset: Int) -> Int {
    // A block of text ends where the next line begins.
    if offset > 0, bytes[offset - 1] == Self.lineFeed { return offset }
    guard let feed = bytes[offset...].firstIndex(of: Self.lineFeed) else { return bytes.count }
    return feed + 1
  }

  /// Behind the comments that follow at a line's beginning and stand further to the right than a
  /// column, from 0: they belong to what is above them.
  func end(ofCommentsAt start: Int, rightOf column: Int) -> Int {
    var end = start
    while end < bytes.count {
      let indentation = bytes[end...].prefix { $0 == UInt8(ascii: " ") }.count
      guard indentation > column, end + indentation < bytes.count,
        bytes[end + indentation] == UInt8(ascii: "#")
      else { break }
      end = lineEnd(after: end + indentation)
    }
    return end
  }

  /// How many lines end before an offset.
  func lines(before offset: Int) -> Int { bytes[..<offset].count { $0 == Self.lineFeed } }

  /// What ends the line before an offset, or any line where that one has no end.
  func newline(before offset: Int) -> String {
    let end =
      offset > 0 && bytes[offset - 1] == Self.lineFeed
      ? offset - 1 : bytes.firstIndex(of: Self.lineFeed)
    guard let end, end > 0, bytes[end - 1] == Self.carriageReturn else { return "\n" }
    return "\r\n"
  }

  /// Whether a line begins at an offset.
  func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1] == Self.lineFeed
  }

  /// The column, from 0, of the dash that begins a list's item, which itself begins at a position.
  func dashColumn(ofItemAt position: YAMLPosition) -> Int? {
    var number = Int(position.line)
    while number >= 1 {
      let line = line(number)
      let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
      if line.dropFirst(indentation).first == UInt8(ascii: "-") { return indentation }
      // Behind a lone dash there may be comments and empty lines, and nothing else.
      guard
        number == Int(position.line) || line.count == indentation
          || line.dropFirst(indentation).first == UInt8(ascii: "#")
      else { return nil }
      number -= 1
    }
    return nil
  }

  private func line(_ number: Int) -> ArraySlice<UInt8> {
    var (start, current) = (0, 1)
    while current < number {
      guard let feed = bytes[start...].firstIndex(of: Self.lineFeed) else { return [] }
      start = feed + 1
      current += 1
    }
    return bytes[start...].prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
  }
}
