import CredentialAudit
import Foundation

/// One finding that is not in order.
struct SARIFResult {
  let finding: Finding
  let level: SARIFLevel
  let fingerprint: String
  let subject: SARIFSubject
  let run: AuditRun

  func write(ruleIndex: Int?, hasBaseline: Bool, to json: JSONWriter) throws {
    try json.object {
      try json.text("ruleId", SARIFRule.id(of: finding))
      if let ruleIndex { try json.number("ruleIndex", ruleIndex) }
      try json.text("kind", "fail")
      try json.text("level", level.rawValue)
      try json.object("message") { try json.text("text", message) }
      try json.array("locations") {
        try json.object {
          try SARIFPlace(subject.location, in: run).write(to: json)
          try json.array("logicalLocations") { try json.object { try writeName(to: json) } }
        }
      }
      try json.object("partialFingerprints") {
        try json.text("credauditFinding/v1", fingerprint)
      }
      // Present on all results or on none (section 3.27.23): empty says that nobody answers for it.
      try json.array("suppressions") {
        if let note = finding.suppressed { try json.object { try write(note, to: json) } }
      }
      if hasBaseline { try json.present("baselineState", baselineState) }
      try json.object("properties") { try writeProperties(to: json) }
    }
  }

  /// Its first sentence stands alone.
  private var message: String {
    let name = SARIFText.message(subject.name, maximum: 300)
    let word = finding.verdict == .unknown ? "could not be looked at: " : ""
    let summary = SARIFText.sentence(finding.summary)
    let rest = [finding.cause, finding.fix].compactMap { $0 }.map { SARIFText.sentence($0) }
    return (["\(name): \(word)\(summary)"] + rest).joined(separator: " ")
  }

  private func writeName(to json: JSONWriter) throws {
    try json.text("fullyQualifiedName", PrintableText.clean(subject.name, maximum: 900))
    try json.text("kind", subject.kind)
  }

  private func write(_ note: SuppressionNote, to json: JSONWriter) throws {
    try json.text("kind", "external")
    try json.text("status", "accepted")
    try json.text("justification", PrintableText.clean(note.reason))
    try json.object("properties") {
      try json.text("owner", PrintableText.clean(note.owner))
      try json.text("until", PrintableText.clean(note.until))
    }
  }

  /// Against the last run that could be compared. A rule is a check and a code, so that another
  /// code for the same question is a new result; `updated` is what could not be looked at before.
  private var baselineState: String? {
    guard let past = finding.past else { return nil }
    if !past.isNew { return "unchanged" }
    return past.unknownSince.map { $0 < run.startedAt } ?? false ? "updated" : "new"
  }

  private func writeProperties(to json: JSONWriter) throws {
    try json.text("verdict", finding.verdict.rawValue)
    try json.text("check", finding.check.rawValue)
    try json.text("code", PrintableText.clean(finding.code))
    try json.present("class", finding.class.map { PrintableText.clean($0) })
    try json.flag("retryable", finding.retryable)
    try json.text("change", subject.change.rawValue)
    try json.present("owner", subject.owner.map { PrintableText.clean($0) })
    try json.present("runbook", WebLink.safe(subject.runbook))
    try json.present("since", finding.past?.since.rfc3339)
    try json.array("evidence") {
      for item in finding.evidence.items {
        try json.object {
          try json.text("name", PrintableText.clean(item.name))
          try json.text("value", PrintableText.clean(item.value))
        }
      }
    }
  }
}
