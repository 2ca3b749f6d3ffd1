import CredentialAudit

/// Which copy of each run is to be in the merged database: each run once, the parts of one group as one
/// run. What is chosen depends on what there is and not on the order in which it is given.
struct MergePlan {
  /// A moment at which a part, or what it was joined to, began in one of the databases.
  private struct Beginning {
    let group: String
    let run: String
    let startedAt: Int64
  }

  /// The fullest copy of each run that is no part, by its id.
  private(set) var wholes: [String: RunCopy] = [:]
  /// By the ids of the runs that they make.
  private(set) var joined: [String: JoinedRun] = [:]
  /// The rows of the runs that the target has already, by their ids.
  private(set) var rows: [String: Int64] = [:]
  /// Runs over a part of the tenants that nobody named a group for, in files.
  private(set) var loose: [RunEntry] = []
  /// Attempts at a part that were cut short and do not count, each with the beginning of the run that
  /// it is no part of.
  private(set) var dropped: [String: Int64] = [:]
  private var names: [String: String] = [:]
  private var beginnings: [RunPlace: [Beginning]] = [:]

  /// Adds the runs of a database; the target's first.
  mutating func add(_ entries: [RunEntry], at place: RunPlace) {
    for entry in entries.filter(\.isJoined) + entries.filter({ !$0.isJoined }) {
      if place == .target { rows[entry.run] = entry.rowID }
      if let group = entry.group, entry.isJoined || entry.scope.shard != nil {
        add(entry, of: group, at: place)
      } else {
        if place != .target, entry.scope.shard != nil,
          !loose.contains(where: { $0.run == entry.run })
        {
          loose.append(entry)
        }
        add(RunCopy(entry, at: place))
      }
    }
  }

  /// Gives attempts that looked at everything and do not count as a part a place of their own: nothing
  /// that was found is lost. To be called when all is added.
  mutating func settle() {
    for (id, run) in joined {
      for part in run.parts.values { names[part.run] = id }
      for other in run.others.values {
        if other.complete {
          if !other.isJoined { add(other) }
        } else {
          names[other.run] = id
          dropped[other.run] = run.startedAt
        }
      }
    }
  }

  /// The id under which a run of a file is in the merged database: a part, or an attempt at one that
  /// was cut short, is in the run of its group.
  func name(of run: String) -> String { names[run] ?? run }

  /// What moments become that are some part's beginning: the beginning of the run that it is put
  /// into.
  func moments(at place: RunPlace) -> [Int64: Int64] {
    var moments: [Int64: Int64] = [:]
    for beginning in beginnings[place] ?? [] {
      guard let run = joined[beginning.group] else { continue }
      let isPart = run.parts.values.contains { $0.run == beginning.run }
      guard isPart || beginning.run == beginning.group, beginning.startedAt != run.startedAt else {
        continue
      }
      moments[beginning.startedAt] = run.startedAt
    }
    return moments
  }

  private mutating func add(_ entry: RunEntry, of group: ShardGroup, at place: RunPlace) {
    let id = group.runID
    beginnings[place, default: []].append(
      Beginning(group: id, run: entry.run, startedAt: entry.startedAt))
    for part in entry.parts {
      joined[id, default: JoinedRun(group)]
        .add(RunCopy(part, of: entry, at: place), index: part.index)
    }
  }

  private mutating func add(_ copy: RunCopy) {
    guard let known = wholes[copy.run] else {
      wholes[copy.run] = copy
      return
    }
    if copy.isFuller(than: known) { wholes[copy.run] = copy }
  }
}
