/// One entry of `production_tags`: a tag, or a pattern of tags.
package struct ProductionTag: Sendable, Hashable {
  package let pattern: String
  package let location: SourceLocation
  private let glob: Glob

  package init(_ pattern: String, location: SourceLocation) {
    self.pattern = pattern
    self.location = location
    glob = Glob(pattern)
  }

  /// Whether a tag fits.
  package func fits(_ tag: String) -> Bool { glob.matches(tag) }
}
