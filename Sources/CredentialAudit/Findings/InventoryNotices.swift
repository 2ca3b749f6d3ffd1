extension Inventory {
  /// What the reader of a run should know of the inventory, whatever was looked at.
  package var notices: [RunNotice] { productionTags.notices(for: self) }
}
