/// One entry of a collection, before anything is selected.
struct GraphEntry: Sendable {
  let members: [JSONValue.Member]
  /// Members that are left out of the answer even where they are selected.
  var missing: Set<String> = []
}
