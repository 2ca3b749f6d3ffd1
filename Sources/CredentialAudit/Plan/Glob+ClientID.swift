extension Glob {
  /// Whether a client id could fit: letter by letter it has nothing else in it than a GUID has.
  package var mayBeGUID: Bool {
    if !Self.isPattern(pattern) { return GUID.canonical(pattern) != nil }
    return pattern.contains("[")
      || pattern.allSatisfy { $0 == "*" || $0 == "?" || "0123456789abcdef-".contains($0) }
  }
}
