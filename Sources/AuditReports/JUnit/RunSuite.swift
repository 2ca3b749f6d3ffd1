import CredentialAudit

/// The suite of the run itself, which stands first. It is never empty and never green where the run
/// does not prove what a green pipeline is taken for.
struct RunSuite {
  let run: AuditRun
  let summary: RunSummary
  let notices: [RunNotice]

  var cases: [TestCase] {
    let statements = RunStatement.all(of: run, summary: summary)
    return [
      testCase("run is complete", statements.first { $0.code == "run-incomplete" }),
      testCase("run looked at something", statements.first { $0.code == "run-empty" }),
      testCase("run asked the network", statements.first { $0.code == "run-offline" }, .skipped),
      testCase(
        "run looked at the whole inventory", statements.first { $0.code == "run-filtered" },
        .skipped),
    ]
  }

  /// What is said of the run as a whole.
  var properties: [(name: String, value: String)] {
    [
      ("run_id", run.id), ("tool_version", run.toolVersion), ("inventory_path", run.inventoryPath),
      ("inventory_sha256", run.inventorySHA256), ("complete", String(run.complete)),
      ("offline", String(run.offline)),
    ]
  }

  /// The totals, and the notices.
  var lines: [String] {
    let totals = [("authorities", summary.authorities), ("credentials", summary.credentials)]
    return totals.map { "\($0.0) \(Wording.number($0.1.total)): \(Wording.counts($0.1))" }
      + notices.map { "notice \($0.code): \($0.message)" }
  }

  private func testCase(
    _ name: String, _ statement: RunStatement?, _ outcome: TestCase.Outcome = .errored
  ) -> TestCase {
    TestCase(
      className: "credaudit", name: name, outcome: statement == nil ? .passed : outcome,
      reason: statement.map { ($0.code, $0.text) })
  }
}
