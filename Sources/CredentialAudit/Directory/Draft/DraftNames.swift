/// Names for what has none of its own here: what people wrote in the directory, made fit, each once.
struct DraftNames {
  private var taken: Set<String>

  /// - Parameter taken: Names that are in use.
  init(_ taken: some Sequence<String>) { self.taken = Set(taken) }

  /// Room for what makes a name the only one.
  private static let longest = 80

  /// A name that is valid and not in use yet; from now on it is.
  /// - Parameters:
  ///   - displayName: As somebody wrote it: untrusted, and possibly nothing.
  ///   - id: What it is called where that gives no name, and what tells like names apart.
  /// - Returns: The name.
  mutating func name(for displayName: String?, id: String) -> String {
    let wanted = Self.valid(displayName ?? "") ?? id
    let candidates = [wanted, "\(wanted)-\(id.prefix(8))", id]
    if let free = candidates.first(where: { !taken.contains($0) }) {
      taken.insert(free)
      return free
    }
    // Only where somebody calls one thing by another one's id.
    var number = 2
    while taken.contains("\(id)-\(number)") { number += 1 }
    taken.insert("\(id)-\(number)")
    return "\(id)-\(number)"
  }

  /// The text without what a name may not have; nil where nothing is left that says anything.
  private static func valid(_ text: String) -> String? {
    var fit = ""
    for scalar in text.unicodeScalars.prefix(longest) {
      let isFit = PrintableText.isHarmless(scalar) && !"/\\*?[]".unicodeScalars.contains(scalar)
      fit.unicodeScalars.append(isFit ? scalar : "-")
    }
    let cut = fit.drop { $0.isWhitespace || $0 == "-" }
    let ended = String(cut.reversed().drop { $0.isWhitespace }.reversed())
    return Name.isValid(ended) ? ended : nil
  }
}
