import CredentialAudit
import EntraIdentity

/// Which part of the inventory this process is for, and to which group of processes it belongs.
struct ShardChoice: Equatable {
  let shard: Shard
  /// By what its parts are put together again; nil where nobody named one.
  let group: String?

  /// The group's name, for whoever starts the parts by hand.
  private static let groupVariable = "CREDAUDIT_SHARD_GROUP"
  /// The number of parts, which an indexed job of Kubernetes does not tell its pods.
  private static let countVariable = "CREDAUDIT_SHARD_COUNT"

  /// Reads `--shard`.
  /// - Throws: ``UsageProblem`` where it is neither `I/N` nor `auto`, and where `auto` cannot be told
  ///   from the environment: a part that silently became the whole would be run by every task.
  init(_ text: String, environment: [String: String]) throws(UsageProblem) {
    let group = environment[Self.groupVariable].flatMap { $0.isEmpty ? nil : $0 }
    guard text == "auto" else {
      guard let shard = Shard(text) else {
        throw UsageProblem(
          "--shard is '\(text.cleaned(maximum: 60))', which is no part",
          hint: "write I/N with I from 1 to N, such as 3/8, or auto in a job array")
      }
      self.init(shard: shard, group: group)
      return
    }
    switch (environment["SLURM_ARRAY_TASK_ID"], environment["JOB_COMPLETION_INDEX"]) {
    case (.some, .some):
      throw UsageProblem(
        "--shard auto finds variables of Slurm and of Kubernetes at the same time",
        hint: "write --shard I/N")
    case (.some, nil): try self.init(slurm: environment, group: group)
    case (nil, .some(let index)): try self.init(kubernetes: index, environment, group: group)
    case (nil, nil):
      throw UsageProblem(
        "--shard auto finds neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX",
        hint: "write --shard I/N, or start this in a job array")
    }
  }

  private init(shard: Shard, group: String?) {
    self.shard = shard
    self.group = group
  }

  /// An array need not begin with 1, nor go by ones (sbatch, `--array`).
  private init(slurm environment: [String: String], group: String?) throws(UsageProblem) {
    let id = try Self.number("SLURM_ARRAY_TASK_ID", environment)
    let count = try Self.number("SLURM_ARRAY_TASK_COUNT", environment)
    let first = try Self.number("SLURM_ARRAY_TASK_MIN", environment, otherwise: 1)
    let step = try Self.number("SLURM_ARRAY_TASK_STEP", environment, otherwise: 1)
    guard step > 0, id >= first, (id - first).isMultiple(of: step),
      let shard = Shard(index: (id - first) / step + 1, count: count)
    else {
      throw UsageProblem(
        "Slurm's array task \(id) is none of \(count) from \(first) by \(step)",
        hint: "use an array without gaps, such as --array=1-8")
    }
    let job = environment["SLURM_ARRAY_JOB_ID"].map { job in
      ["slurm", environment["SLURM_CLUSTER_NAME"], job].compactMap(\.self).joined(separator: "-")
    }
    self.init(shard: shard, group: group ?? job)
  }

  private init(
    kubernetes index: String, _ environment: [String: String], group: String?
  ) throws(UsageProblem) {
    let index = try Self.number("JOB_COMPLETION_INDEX", environment)
    guard environment[Self.countVariable] != nil else {
      throw UsageProblem(
        "--shard auto finds JOB_COMPLETION_INDEX and no \(Self.countVariable)",
        hint: "set \(Self.countVariable) to the job's completions; Kubernetes does not tell them")
    }
    let count = try Self.number(Self.countVariable, environment)
    guard let shard = Shard(index: index + 1, count: count) else {
      throw UsageProblem(
        "JOB_COMPLETION_INDEX is \(index) and \(Self.countVariable) is \(count)",
        hint: "set \(Self.countVariable) to the job's completions")
    }
    self.init(shard: shard, group: group)
  }

  private static func number(
    _ name: String, _ environment: [String: String], otherwise: Int? = nil
  ) throws(UsageProblem) -> Int {
    guard let text = environment[name] else {
      if let otherwise { return otherwise }
      throw UsageProblem("--shard auto needs \(name), which is not set", hint: "write --shard I/N")
    }
    guard let number = Int(text), (0...1_000_000_000).contains(number) else {
      throw UsageProblem(
        "\(name) is '\(text.cleaned(maximum: 40))', which is no number", hint: "write --shard I/N")
    }
    return number
  }
}
