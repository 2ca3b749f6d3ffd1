extension String {
  /// This text as a finding may show it: printable ASCII, everything else as `?`, and cut.
  ///
  /// What a server sends is untrusted: control sequences would drive a terminal, and look-alike
  /// letters would make a foreign host read as the right one.
  func printable(limit: Int = 300) -> String {
    // As nearly all of it is.
    if utf8.count <= limit, utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    var text = ""
    for scalar in unicodeScalars.prefix(limit) {
      text.unicodeScalars.append((0x20..<0x7F).contains(scalar.value) ? scalar : "?")
    }
    return unicodeScalars.count > limit ? text + "..." : text
  }
}
