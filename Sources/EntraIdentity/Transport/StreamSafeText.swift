extension String {
  /// This text in the Stream-Safe Text Format (UAX #15, section 13): where more than thirty
  /// combining marks follow each other, a grapheme joiner (U+034F) parts them.
  ///
  /// Comparing and hashing text puts such a run into its canonical order first, in a time that
  /// grows with the square of its length: half a megabyte of accents on one letter would hold a
  /// processor for minutes, and no time limit of the network's ends that.
  var streamSafe: String {
    // No combining mark is encoded with a first byte below this one.
    guard utf8.contains(where: { $0 >= 0xCC }) else { return self }
    var result = String.UnicodeScalarView()
    var marks = 0
    for scalar in unicodeScalars {
      let isMark = scalar.properties.canonicalCombiningClass != .notReordered
      marks = isMark ? marks + 1 : 0
      if marks > Self.longestRunOfMarks {
        result.append("\u{034F}")
        marks = 1
      }
      result.append(scalar)
    }
    return String(result)
  }

  private static let longestRunOfMarks = 30
}
