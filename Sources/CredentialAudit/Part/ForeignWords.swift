/// Takes out of a text the words that name somebody whom the report does not show.
///
/// It is the last gate, behind rules that know where a finding names others: an authority that
/// answers for another customer's directory has that customer's id in its evidence.
struct ForeignWords {
  static let substitute = "(not shown)"

  private struct Word {
    /// What stands before its first letter: `(` in `(old) fabrikam`.
    let lead: [UInt8]
    /// From its first letter on.
    let bytes: [UInt8]
    /// Whether it is a name that may be a plain word: taken only before a slash or in quotes.
    let isBare: Bool

    var length: Int { lead.count + bytes.count }
  }

  /// By the first run of letters of the word, longest words first. What has no letter names nobody.
  private var words: [[UInt8]: [Word]] = [:]

  /// - Parameters:
  ///   - others: The words of those who are not shown.
  ///   - shown: Those of who is; what both have is no secret.
  init(_ others: NamingWords, besides shown: NamingWords) {
    let own = Set((shown.distinctive.union(shown.tenants)).map(Self.folded))
    for text in others.distinctive { add(text, isBare: false, unless: own) }
    for text in others.tenants { add(text, isBare: true, unless: own) }
    for key in words.keys { words[key]?.sort { $0.length > $1.length } }
  }

  private mutating func add(_ text: String, isBare: Bool, unless own: Set<[UInt8]>) {
    let bytes = Self.folded(text)
    guard !own.contains(bytes), let start = bytes.firstIndex(where: Self.isLetter) else { return }
    let word = bytes[start...]
    words[Self.trimmed(word.prefix(while: Self.isLetter)), default: []].append(
      Word(lead: Array(bytes[..<start]), bytes: Array(word), isBare: isBare))
  }

  /// The text without those words; in a person's own words, such as a reason, also without the bare
  /// names of tenants.
  func scrubbed(_ text: String, isProse: Bool = false) -> String {
    guard !words.isEmpty else { return text }
    let plain = Array(text.utf8)
    let bytes = Self.folded(text)
    var result: [UInt8] = []
    var kept = 0
    var at = 0
    while at < bytes.count {
      guard Self.isLetter(bytes[at]) else {
        at += 1
        continue
      }
      let end = bytes[at...].firstIndex { !Self.isLetter($0) } ?? bytes.count
      guard let word = word(in: bytes, at: at, until: end, after: kept, isProse) else {
        at = end
        continue
      }
      result += plain[kept..<(at - word.lead.count)] + Array(Self.substitute.utf8)
      at += word.bytes.count
      kept = at
    }
    return kept == 0 ? text : String(decoding: result + plain[kept...], as: UTF8.self)
  }

  /// The word whose first letter stands there, whole; nothing of it is before `kept`.
  private func word(
    in bytes: [UInt8], at start: Int, until end: Int, after kept: Int, _ isProse: Bool
  ) -> Word? {
    words[Self.trimmed(bytes[start..<end])]?.first { word in
      let (begin, stop) = (start - word.lead.count, start + word.bytes.count)
      guard begin >= kept, stop <= bytes.count,
        bytes[begin..<start].elementsEqual(word.lead),
        bytes[start..<stop].elementsEqual(word.bytes)
      else { return false }
      let after = stop < bytes.count ? bytes[stop] : nil
      if word.isBare, !isProse {
        let before = begin > 0 ? bytes[begin - 1] : nil
        let isQuoted = before == after && (after == 0x22 || after == 0x27)
        return after == 0x2F || isQuoted
      }
      // A dot may end the sentence.
      return after.map { !Self.isLetter($0) || $0 == 0x2E } ?? true
    }
  }

  /// Capital ASCII letters are as good as small ones; the length stays.
  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// Letters, digits and what stands within ids, hosts and addresses.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    case 0x2E, 0x2D, 0x5F, 0x40, 0x2B: true
    default: false
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(bytes[..<((bytes.lastIndex { $0 != 0x2E && $0 != 0x2D } ?? bytes.endIndex - 1) + 1)])
  }
}
