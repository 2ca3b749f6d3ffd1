import CredentialAudit
import Foundation

/// The run's own facts, and what the auditor itself looked like: a verdict is only as good as the
/// place that it is given from.
struct AboutSection {
  let run: AuditRun
  /// The run that this one was compared with.
  let previous: AuditRun?
  /// When the last complete run ended.
  let lastCompleteEnd: Date?

  /// For the `about` template.
  var values: TemplateValues {
    var values = TemplateValues()
    values.set("run_facts", facts.map(Self.fact))
    values.set("auditor", run.auditor.items.map { Self.fact(FactName.title($0.name), $0.value) })
    return values
  }

  private var facts: [(name: String, value: String)] {
    let facts: [(String, String?)] = [
      ("Run", run.id), ("Began", Wording.minute(run.startedAt)),
      ("Ended", run.finishedAt.map(Wording.minute) ?? "not yet, or it was killed"),
      ("Complete", run.complete ? "yes" : "no"),
      ("Looked over the network", run.offline ? "no" : "yes"),
      ("Last complete run ended", lastCompleteEnd.map(Wording.minute) ?? "never"),
      ("Compared with run", previous?.id), ("Inventory", run.inventoryPath),
      ("Inventory SHA-256", run.inventorySHA256), ("Tool", "credaudit \(run.toolVersion)"),
    ]
    return facts.compactMap { name, value in value.map { (name, $0) } }
  }

  private static func fact(_ name: String, _ value: String) -> TemplateValues {
    var values = TemplateValues()
    values.set("fact", name)
    values.set("fact_value", value)
    return values
  }
}
