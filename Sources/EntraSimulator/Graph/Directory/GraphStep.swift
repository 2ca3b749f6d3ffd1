/// One step of a directory's script: which answers of Graph go wrong, and how.
///
/// The first step that fits and is not used up decides, as in ``ScriptStep``.
package struct GraphStep: Sendable {
  /// What is asked for; nil for all.
  package var collection: GraphCollection?
  /// Which page of it, from 1; nil for all. What is no list has one page.
  package var page: Int?
  /// For how many answers; nil for ever.
  package var count: Int?
  package var fault: GraphFault

  package static func first(
    _ count: Int, _ collection: GraphCollection? = nil, page: Int? = nil, _ fault: GraphFault
  ) -> Self {
    Self(collection: collection, page: page, count: count, fault: fault)
  }

  package static func always(
    _ collection: GraphCollection? = nil, page: Int? = nil, _ fault: GraphFault
  ) -> Self {
    Self(collection: collection, page: page, count: nil, fault: fault)
  }
}
