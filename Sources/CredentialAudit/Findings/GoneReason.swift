/// Why a subject is not met any more.
package enum GoneReason: Sendable, Hashable {
  /// The inventory no longer has it.
  case leftInventory
  /// Its directory was read where it stood, and it was not found among what is watched.
  case leftDirectory
  /// Only the directory knew it, and the inventory no longer has that looked at: it may be there still.
  case notWatched

  /// How its sentence begins.
  var words: String {
    switch self {
    case .leftInventory: "the inventory no longer has it"
    case .leftDirectory: "the directory no longer has it, or it is declared or ignored now"
    case .notWatched:
      "it is no longer watched: the inventory does not say any more that its directory is looked at "
        + "there, where it may still be"
    }
  }
}
