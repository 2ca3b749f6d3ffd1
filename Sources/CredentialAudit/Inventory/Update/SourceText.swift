/// The bytes of a file as lines, for putting more of them in.
///
/// A line ends where libyaml ends it, whose positions are looked up here: with LF, CR LF or a lone CR,
/// and with Unicode's NEL, LS and PS (YAML 1.1, section 4.2).
struct SourceText {
  private struct Line {
    /// Where it begins.
    let offset: Int
    /// How many characters stand before it: libyaml counts characters, and none for a byte order mark.
    let character: Int
    /// Where its break begins, or the text ends.
    var end: Int
  }

  let bytes: [UInt8]
  /// Behind the last break there is one more, which may be empty.
  private let lines: [Line]

  private static let carriageReturn = UInt8(ascii: "\r")
  private static let lineFeed = UInt8(ascii: "\n")

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var character = 0
    var lines = [Line(offset: offset, character: 0, end: bytes.count)]
    while offset < bytes.count {
      if let length = Self.breakLength(in: bytes, at: offset) {
        lines[lines.count - 1].end = offset
        offset += length
        // Of all breaks only CR LF is two characters.
        character += bytes[offset - length] == Self.carriageReturn ? length : 1
        lines.append(Line(offset: offset, character: character, end: bytes.count))
      } else {
        character += 1
        offset += 1
        // Every byte but a continuation byte begins a character.
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      }
    }
    self.lines = lines
  }

  /// How many bytes the break has that begins there; nil where none does.
  private static func breakLength(in bytes: [UInt8], at offset: Int) -> Int? {
    func follows(_ other: UInt8...) -> Bool { bytes[(offset + 1)...].starts(with: other) }
    switch bytes[offset] {
    case lineFeed: return 1
    case carriageReturn: return follows(lineFeed) ? 2 : 1
    case 0xC2: return follows(0x85) ? 2 : nil
    case 0xE2: return follows(0x80, 0xA8) || follows(0x80, 0xA9) ? 3 : nil
    default: return nil
    }
  }

  /// Where so many characters end.
  func offset(ofCharacter index: Int) -> Int {
    let line = lines[last { $0.character <= index }]
    var (offset, left) = (line.offset, index - line.character)
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// Where the next line begins behind what ends at an offset; the text's end where none follows.
  func lineEnd(after offset: Int) -> Int {
    let number = number(at: offset)
    // A block of text ends where the next line begins.
    if number > 0, lines[number].offset == offset { return offset }
    return number + 1 < lines.count ? lines[number + 1].offset : bytes.count
  }

  /// Behind the comments that follow at a line's beginning and stand further to the right than a
  /// column, from 0: they belong to what is above them.
  func end(ofCommentsAt start: Int, rightOf column: Int) -> Int {
    var end = start
    for line in lines[number(at: start)...] where line.offset == end {
      let text = bytes[line.offset..<line.end]
      let indentation = text.prefix { $0 == UInt8(ascii: " ") }.count
      guard indentation > column, text.dropFirst(indentation).first == UInt8(ascii: "#") else {
        break
      }
      end = lineEnd(after: line.end)
    }
    return end
  }

  /// How many lines end before an offset.
  func lines(before offset: Int) -> Int { number(at: offset) }

  /// What ends the line before an offset, or the first line where that one has no end.
  func newline(before offset: Int) -> String {
    let number = number(at: offset)
    let line = number > 0 && lines[number].offset == offset ? lines[number - 1] : lines[0]
    switch Self.text(bytes[line.end...].prefix(2)) {
    case "\r\n": return "\r\n"
    case let text where text.unicodeScalars.first == "\r": return "\r"
    default: return "\n"
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a line begins at an offset.
  func isLineStart(_ offset: Int) -> Bool { lines[number(at: offset)].offset == offset }

  /// The column, from 0, of the dash that begins a list's item, which itself begins at a position.
  func dashColumn(ofItemAt position: YAMLPosition) -> Int? {
    let last = Int(position.line)
    guard (1...lines.count).contains(last) else { return nil }
    for number in stride(from: last, through: 1, by: -1) {
      let line = lines[number - 1]
      let text = bytes[line.offset..<line.end]
      let indentation = text.prefix { $0 == UInt8(ascii: " ") }.count
      let rest = text.dropFirst(indentation)
      if rest.first == UInt8(ascii: "-") { return indentation }
      // Behind a lone dash there may be comments and empty lines, and nothing else.
      guard number == last || rest.isEmpty || rest.first == UInt8(ascii: "#") else { return nil }
    }
    return nil
  }

  /// Which line an offset is in, from 0.
  private func number(at offset: Int) -> Int { last { $0.offset <= offset } }

  /// The last line of which something holds that holds of all lines before it too.
  private func last(where holds: (Line) -> Bool) -> Int {
    var (low, high) = (0, lines.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if holds(lines[middle]) { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
