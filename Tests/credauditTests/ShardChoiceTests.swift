import CredentialAudit
import Testing

@testable import credaudit

@Suite("Which part this process is for")
struct ShardChoiceTests {
  private static let slurm = [
    "SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_COUNT": "8", "SLURM_ARRAY_TASK_MIN": "1",
    "SLURM_ARRAY_TASK_STEP": "1", "SLURM_ARRAY_JOB_ID": "4711",
  ]
  private static let kubernetes = ["JOB_COMPLETION_INDEX": "2", "CREDAUDIT_SHARD_COUNT": "8"]

  @Test(
    "a part is told by hand, by Slurm or by Kubernetes, and so is its group",
    arguments: [
      ("3/8", [:], "3/8", nil), ("3/8", ["CREDAUDIT_SHARD_GROUP": "night"], "3/8", "night"),
      ("3/8", ["CREDAUDIT_SHARD_GROUP": ""], "3/8", nil), ("1/1", slurm, "1/1", nil),
      ("auto", slurm, "3/8", "slurm-4711"),
      ("auto", slurm.merging(["SLURM_CLUSTER_NAME": "c"]) { $1 }, "3/8", "slurm-c-4711"),
      ("auto", slurm.merging(["CREDAUDIT_SHARD_GROUP": "n"]) { $1 }, "3/8", "n"),
      ("auto", slurm.merging(["SLURM_ARRAY_TASK_MIN": "0"]) { $1 }, "4/8", "slurm-4711"),
      (
        "auto",
        slurm.merging([
          "SLURM_ARRAY_TASK_MIN": "10", "SLURM_ARRAY_TASK_ID": "30", "SLURM_ARRAY_TASK_STEP": "10",
        ]) { $1 }, "3/8", "slurm-4711"
      ),
      ("auto", kubernetes, "3/8", nil),
      ("auto", kubernetes.merging(["CREDAUDIT_SHARD_GROUP": "uid"]) { $1 }, "3/8", "uid"),
    ] as [(String, [String: String], String, String?)])
  func reads(
    text: String, environment: [String: String], shard: String, group: String?
  ) throws {
    let choice = try ShardChoice(text, environment: environment)
    #expect(choice.shard.text == shard)
    #expect(choice.group == group)
  }

  @Test(
    "what cannot be told is an error that names the variable or the word",
    arguments: [
      ("9/8", [:], "9/8"), ("AUTO", [:], "AUTO"), ("", [:], "''"),
      ("auto", [:], "JOB_COMPLETION_INDEX"),
      ("auto", slurm.merging(kubernetes) { $1 }, "at the same time"),
      ("auto", ["SLURM_ARRAY_TASK_ID": "3"], "SLURM_ARRAY_TASK_COUNT"),
      ("auto", slurm.merging(["SLURM_ARRAY_TASK_ID": "9"]) { $1 }, "array task 9"),
      ("auto", slurm.merging(["SLURM_ARRAY_TASK_ID": "x"]) { $1 }, "'x'"),
      ("auto", slurm.merging(["SLURM_ARRAY_TASK_STEP": "0"]) { $1 }, "by 0"),
      ("auto", slurm.merging(["SLURM_ARRAY_TASK_STEP": "4"]) { $1 }, "by 4"),
      ("auto", slurm.merging(["SLURM_ARRAY_TASK_COUNT": "99999999999"]) { $1 }, "99999999999"),
      ("auto", ["JOB_COMPLETION_INDEX": "2"], "CREDAUDIT_SHARD_COUNT"),
      ("auto", kubernetes.merging(["JOB_COMPLETION_INDEX": "8"]) { $1 }, "is 8"),
      ("auto", kubernetes.merging(["JOB_COMPLETION_INDEX": "-1"]) { $1 }, "'-1'"),
    ] as [(String, [String: String], String)])
  func refuses(text: String, environment: [String: String], named: String) {
    let problem = #expect(throws: UsageProblem.self) {
      try ShardChoice(text, environment: environment)
    }
    #expect(problem?.message.contains(named) ?? false)
    #expect(problem?.hint != nil)
  }
}
