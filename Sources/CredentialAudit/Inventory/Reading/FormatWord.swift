extension String {
  /// Whether it is a word of the format, byte for byte. Where the lengths differ that is known at once;
  /// the standard library would still look whether both mean the same letters.
  func isWord(_ word: String) -> Bool {
    utf8.count == word.utf8.count && self == word
  }
}
