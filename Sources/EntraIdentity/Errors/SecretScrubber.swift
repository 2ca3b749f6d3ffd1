import Foundation

/// Takes secrets out of what a server says: servers echo forms, headers and assertions in their
/// error texts, and those texts end in reports.
///
/// A text is searched as it stands and as its escapes mean it (percent-encoding, forms, JSON, HTML,
/// one inside another), so that it does not matter which characters an encoder chose to escape.
/// What is searched for is each secret and its Base64, as a part of a longer text too. Whatever
/// looks like a JSON Web Token goes with them, known or not. The type prints none of it.
package struct SecretScrubber: Sendable, CustomStringConvertible, CustomReflectable {
  /// No honest description is longer, and searching megabytes would be work that a server could
  /// order.
  private static let longestText = 16 << 10

  private static let mark = "<redacted>"

  private let secrets: SecretIndex

  /// Makes a scrubber.
  /// - Parameter secrets: What was sent, or may be: secrets, assertions.
  package init(_ secrets: [Secret]) {
    var forms: [[UInt8]] = []
    for secret in secrets {
      secret.withValue { forms += Self.forms(of: $0) }
    }
    self.secrets = SecretIndex(forms)
  }

  /// The text without any of it. Letter case is no difference.
  /// - Parameter text: What a server had a hand in.
  /// - Returns: The text with a mark in the place of each secret.
  package func scrubbed(_ text: String) -> String {
    let raw = UnescapedText(Array(text.utf8))
    let found = places(in: raw)
    return found.isEmpty ? text : Self.marked(raw.bytes, found)
  }

  /// Whether there is nothing in the text that would be taken out.
  package func isClean(_ text: String) -> Bool {
    places(in: UnescapedText(Array(text.utf8))).isEmpty
  }

  private func places(in raw: UnescapedText) -> [Range<Int>] {
    var found = Self.tokens(in: raw.bytes)
    if !secrets.isEmpty {
      for reading in raw.readings() {
        found += secrets.occurrences(in: reading.bytes).map(reading.place)
      }
    }
    return found
  }

  /// A server's text as it may be shown. Scrubbed before cleaning, because cleaning may change a
  /// secret; once more after it, because characters without width may have hidden one; and cut
  /// last, because a cut secret would be harder to find.
  package func shown(_ text: String, maximum: Int = 500) -> String {
    guard text.utf8.count <= Self.longestText else { return "<\(text.utf8.count) bytes>" }
    return scrubbed(scrubbed(text).cleaned(maximum: .max)).cleaned(maximum: maximum)
  }

  /// Always `<redacted>`.
  package var description: String { Self.mark }

  /// A mirror without children.
  package var customMirror: Mirror { Mirror(self, children: []) }

  private static func marked(_ bytes: [UInt8], _ found: [Range<Int>]) -> String {
    var places: [Range<Int>] = []
    for place in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = places.last, place.lowerBound <= last.upperBound {
        places[places.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        places.append(place)
      }
    }
    var result: [UInt8] = []
    var end = 0
    for place in places {
      result += bytes[end..<place.lowerBound]
      result += Array(mark.utf8)
      end = place.upperBound
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }

  /// A secret and what becomes of it inside Base64, where its form depends on what precedes it.
  private static func forms(of value: String) -> [[UInt8]] {
    let bytes = Array(value.utf8)
    var forms = [bytes] + base64(of: bytes)
    // A service may take the blanks from the ends of what it was sent before it echoes it.
    if !hasPlainEnds(bytes) {
      forms.append(Array(value.trimmingCharacters(in: .whitespacesAndNewlines).utf8))
    }
    // HTTP Basic holds the form-encoded secret (RFC 6749, section 2.3.1).
    let encoded = Array(FormEncoding.encoded(value).utf8)
    if encoded != bytes { forms += base64(of: encoded) }
    // The parts of an assertion are what it is made of; the signature alone must not leak.
    if bytes.count > longestWord {
      let parts = value.split(separator: ".")
      if parts.count == 3 {
        forms += parts.filter { $0.count > longestWord }.map { Array($0.utf8) }
      }
    }
    return forms
  }

  /// A part of an assertion is longer than any word that a server says.
  private static let longestWord = 40

  /// Whether no blank is at either end, as far as that is seen without asking Unicode.
  private static func hasPlainEnds(_ bytes: [UInt8]) -> Bool {
    [bytes.first, bytes.last].allSatisfy { end in end.map { (0x21...0x7E).contains($0) } ?? true }
  }

  /// Three forms, for the three places in a group of bytes where the secret may begin, each without
  /// the characters that its neighbours have a share in; whole and padded where it stands alone. Each
  /// in both alphabets (RFC 4648, sections 4 and 5).
  private static func base64(of value: [UInt8]) -> [[UInt8]] {
    var forms: [[UInt8]] = []
    for offset in 0..<3 {
      let bytes = [UInt8](repeating: 0, count: offset) + value
      let text = Array(Data(bytes).base64EncodedString().utf8)
      if offset == 0 { forms += [text, Array(text.prefix { $0 != UInt8(ascii: "=") })] }
      forms.append(Array(text.prefix(bytes.count * 8 / 6).dropFirst(offset == 0 ? 0 : offset + 1)))
    }
    return forms + forms.filter(hasOwnURLForm).map { $0.map(urlSafe) }
  }

  private static func hasOwnURLForm(_ text: [UInt8]) -> Bool {
    text.contains { $0 != urlSafe($0) }
  }

  private static func urlSafe(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    default: byte
    }
  }

  /// Every run of characters that starts as a JSON object in Base64 and goes on as a token does.
  private static func tokens(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while position + 16 <= bytes.count {
      guard bytes[position] == UInt8(ascii: "e"), bytes[position + 1] == UInt8(ascii: "y"),
        bytes[position + 2] == UInt8(ascii: "J")
      else {
        position += 1
        continue
      }
      let run = bytes[position...].prefix { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"):
          true
        default: false
        }
      }
      if run.count >= 16 { found.append(run.startIndex..<run.endIndex) }
      position = run.endIndex
    }
    return found
  }
}
