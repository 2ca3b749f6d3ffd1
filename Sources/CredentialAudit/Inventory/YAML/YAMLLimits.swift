/// How much one file may ask for.
struct YAMLLimits: Sendable {
  /// Mappings and lists inside each other; the format needs fewer than ten.
  var depth = 64
  /// What aliases and merges may add in any case…
  var freeExpansion = 100_000
  /// …and for each node that is really written. A "billion laughs" file (nine aliases of nine
  /// aliases of …) grows by the power of its depth and is over this within its seventh line; an
  /// inventory that merges one template into every credential stays far below.
  var expansionPerNode = 20
}
