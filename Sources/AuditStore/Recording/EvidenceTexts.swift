import CredentialAudit

/// The evidence of one subject's findings and its text in the tables: most nights are as the night
/// before, so that what was written once need not be read and written again.
struct EvidenceTexts {
  private let pairs: [(evidence: Evidence, text: String)]

  init(of findings: [Finding]) {
    pairs = findings.map { ($0.evidence, StoredText.encode($0.evidence)) }
  }

  func text(of evidence: Evidence) -> String {
    pairs.first { $0.evidence == evidence }?.text ?? StoredText.encode(evidence)
  }

  func evidence(of text: String) throws -> Evidence {
    try pairs.first { $0.text == text }?.evidence ?? StoredText.evidence(text)
  }
}
