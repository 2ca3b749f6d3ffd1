import CredentialAudit

/// Rotations that are under way, a few of them: those first of which somebody has to do something.
struct RotationList {
  private static let order: [RotationStep] = [.removable, .newerAdded, .removed, .newerUsed]
  private let limit: Int
  private var kept: [RotationStep: [(name: String, words: String)]] = [:]
  private var total = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Takes a credential; what the run could not tell of its rotation is no news.
  mutating func add(_ credential: CredentialRecord) {
    guard let rotation = credential.rotation, !rotation.isOfEarlierRun,
      Self.order.contains(rotation.step)
    else { return }
    total += 1
    guard kept[rotation.step, default: []].count < limit else { return }
    kept[rotation.step, default: []].append((credential.heading, rotation.words))
  }

  /// Whose they are and where they stand.
  var entries: [(name: String, words: String)] {
    Array(Self.order.flatMap { kept[$0] ?? [] }.prefix(limit))
  }

  /// How many are not among the entries.
  var beyond: Int { total - entries.count }
}
