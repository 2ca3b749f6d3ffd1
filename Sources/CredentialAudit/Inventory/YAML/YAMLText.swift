/// The bytes of a file, and what can be said of them where libyaml only says "no".
struct YAMLText {
  let bytes: [UInt8]

  /// Why the bytes are not UTF-8 at all. UTF-16 and UTF-32 are refused rather than converted: two
  /// tools that see different text in one file are how a reviewer and this program disagree.
  var encodingProblem: YAMLProblem? {
    let head = Array(bytes.prefix(4))
    let utf16 = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    // The first character of YAML is ASCII, so a NUL beside it is one half of it.
    let half = head.count >= 2 && (head[0] == 0) != (head[1] == 0)
    guard utf16 || half else { return nil }
    return YAMLProblem(
      .encoding, at: .start, "the file is in UTF-16 or UTF-32, not in UTF-8",
      hint: "save it as UTF-8 (PowerShell: Out-File -Encoding utf8)")
  }

  /// What stands at an offset that libyaml cannot read.
  func unreadable(at offset: Int) -> YAMLProblem {
    let position = position(of: offset)
    guard offset < bytes.count else {
      return YAMLProblem(.encoding, at: position, "the file ends within a character")
    }
    switch bytes[offset] {
    case 0:
      return YAMLProblem(
        .encoding, at: position, "there is a NUL byte in the file",
        hint: "it is damaged, or not a text file")
    case 1..<0x20, 0x7F:
      return YAMLProblem(
        .encoding, at: position, "there is a control character in the file",
        hint: "remove it, or write it as an escape in double quotes")
    default:
      let rest = bytes[offset...].prefix(4)
      if let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first,
        scalar != "\u{FFFD}"
      {
        return YAMLProblem(
          .encoding, at: position, "there is a control character in the file",
          hint: "remove it, or write it as an escape in double quotes")
      }
      return YAMLProblem(
        .encoding, at: position, "this byte is not UTF-8",
        hint: "the file may be in Latin-1 or Windows-1252: save it as UTF-8")
    }
  }

  /// A tab in the indentation of a line or of the one before, which is what most files that do
  /// not parse have in common.
  func tabIndentation(around line: Int) -> YAMLProblem? {
    for number in [line, line - 1] where number >= 1 {
      let indentation = self.line(number).prefix { $0 == 0x20 || $0 == 0x09 }
      guard let tab = indentation.firstIndex(of: 0x09) else { continue }
      return YAMLProblem(
        .tabIndentation,
        at: YAMLPosition(
          line: Int32(clamping: number),
          column: Int32(clamping: tab - indentation.startIndex + 1)),
        "a tab indents this line, which YAML does not allow", hint: "indent with spaces")
    }
    return nil
  }

  private func line(_ number: Int) -> ArraySlice<UInt8> {
    var current = 1
    var start = 0
    while current < number {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return [] }
      start = end + 1
      current += 1
    }
    return bytes[start...].prefix { $0 != 0x0A }
  }

  private func position(of offset: Int) -> YAMLPosition {
    let before = bytes.prefix(offset)
    let lines = before.count { $0 == 0x0A }
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var inLine = before[lineStart...]
    if lineStart == 0, inLine.starts(with: [0xEF, 0xBB, 0xBF]) { inLine = inLine.dropFirst(3) }
    // Every byte but the continuation bytes starts a character.
    let column = inLine.count { $0 & 0xC0 != 0x80 }
    return YAMLPosition(line: Int32(clamping: lines + 1), column: Int32(clamping: column + 1))
  }
}
