extension Int {
  /// A number of things in words: `1 day`, `2 days`, `3 authorities`.
  package func of(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(self == 1 ? one : many ?? one + "s")"
  }
}
