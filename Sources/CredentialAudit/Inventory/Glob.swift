/// A pattern of a shell's kind over one name: `*`, `?` and `[…]`. Everything else stands for
/// itself; there is no escape, because names cannot hold these characters.
package struct Glob: Sendable, Hashable {
  package let pattern: String
  private let parts: [Part]

  private enum Part: Sendable, Hashable {
    case one(Character)
    case anyOne
    case anyNumber
    case oneOf([ClosedRange<Character>], negated: Bool)
  }

  package init(_ pattern: String) {
    self.pattern = pattern
    parts = Self.parse(Array(pattern))
  }

  /// Whether a text holds any of the special characters.
  package static func isPattern(_ text: some StringProtocol) -> Bool {
    text.contains { "*?[".contains($0) }
  }

  private static func parse(_ pattern: [Character]) -> [Part] {
    var parts: [Part] = []
    var index = 0
    while index < pattern.count {
      switch pattern[index] {
      case "*": if parts.last != .anyNumber { parts.append(.anyNumber) }
      case "?": parts.append(.anyOne)
      case "[":
        if let (set, end) = characterSet(pattern, from: index) {
          parts.append(set)
          index = end
        } else {
          parts.append(.one("["))
        }
      default: parts.append(.one(pattern[index]))
      }
      index += 1
    }
    return parts
  }

  /// `[abc]`, `[a-z]`, `[!a]`; nil where no bracket closes it.
  private static func characterSet(_ pattern: [Character], from start: Int) -> (Part, Int)? {
    var index = start + 1
    let negated = index < pattern.count && "!^".contains(pattern[index])
    if negated { index += 1 }
    let first = index
    var ranges: [ClosedRange<Character>] = []
    while index < pattern.count {
      let low = pattern[index]
      if low == "]", index > first { return (.oneOf(ranges, negated: negated), index) }
      if index + 2 < pattern.count, pattern[index + 1] == "-", pattern[index + 2] != "]",
        low <= pattern[index + 2]
      {
        ranges.append(low...pattern[index + 2])
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return nil
  }

  /// Whether the whole of a name fits. It looks back no further than to the last star, so that no
  /// pattern takes more than the product of both lengths.
  package func matches(_ name: String) -> Bool {
    let name = Array(name)
    var (part, at) = (0, 0)
    var retry: (part: Int, at: Int)?
    while at < name.count {
      if part < parts.count, parts[part] == .anyNumber {
        retry = (part, at)
        part += 1
      } else if part < parts.count, fits(parts[part], name[at]) {
        part += 1
        at += 1
      } else if let last = retry {
        retry = (last.part, last.at + 1)
        (part, at) = (last.part + 1, last.at + 1)
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .anyNumber }
  }

  private func fits(_ part: Part, _ character: Character) -> Bool {
    switch part {
    case .one(let expected): expected == character
    case .anyOne: true
    case .anyNumber: false
    case .oneOf(let ranges, let negated): ranges.contains { $0.contains(character) } != negated
    }
  }
}
