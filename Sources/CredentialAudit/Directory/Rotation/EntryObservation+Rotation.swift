import EntraIdentity
import Foundation

extension EntryObservation {
  /// The newest of the declared ones whose place it could take, or which took its place.
  var newestBeside: DirectoryEntry? {
    declared.filter { $0.kind == entry.kind && $0.use == entry.use && $0.start != nil }
      .max { ($0.start ?? now, $0.keyID) < ($1.start ?? now, $1.keyID) }
  }

  /// How often in a row the service took the newer one, where that is declared and this one is older.
  package var takenBeside: RotationCount? {
    guard let newer = newestBeside, let since = newer.start, let start = entry.start, start < since
    else { return nil }
    let before = history.past?.count.flatMap { $0.entry == newer.keyID ? $0 : nil }
    return (before ?? RotationCount(of: newer.keyID)).after(
      trials[newer.id] ?? .untold, on: now.utcDay, isWhole: history.isWhole)
  }
}

extension RotationCount {
  /// For the finding of the older one: what the next run counts on from.
  var evidence: [Evidence.Item] {
    [Evidence.Item(name: RotationPast.Name.newer, value: entry)]
      + RotationPast(count: self).evidence.items
  }
}
