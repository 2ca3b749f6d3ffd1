/// A sign that something belongs to another cloud than the authority's host.
public struct CloudMismatch: Hashable, Sendable {
  /// Where the sign is: a field of the document, or `scope`.
  public let field: String
  /// What stands there, cleaned and cut.
  public let found: String
  /// What would fit; empty where that is not known.
  public let expected: [String]
  /// The cloud that it belongs to, where one claims it.
  public let belongsTo: Cloud?

  init(field: String, found: String, expected: [String], belongsTo: Cloud?) {
    self.field = field
    self.found = found.printable()
    self.expected = expected
    self.belongsTo = belongsTo
  }
}
