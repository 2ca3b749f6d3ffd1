/// A collection as it is listed: how many entries it has, and each of them when it is asked for.
struct GraphListing: Sendable {
  /// The type's name, for refusals.
  let type: String
  /// The collection's name in `@odata.context`.
  let context: String
  let count: Int
  let entry: @Sendable (Int) -> GraphEntry

  init(
    type: String, context: String, count: Int, entry: @escaping @Sendable (Int) -> GraphEntry
  ) {
    self.type = type
    self.context = context
    self.count = count
    self.entry = entry
  }

  init<Entry: Sendable>(
    _ entries: [Entry], type: String, context: String,
    entry: @escaping @Sendable (Entry) -> GraphEntry
  ) {
    self.init(type: type, context: context, count: entries.count) { entry(entries[$0]) }
  }
}
