/// A line that begins small, as findings and notices do, as a sentence of its own.
enum Sentence {
  /// With a capital, unless it begins with a host, a name or the like: those are what they are.
  static func of(_ text: String) -> String {
    let first = text.prefix { $0 != " " }
    let isWord = first.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    return isWord ? Wording.capitalized(text) : text
  }
}
