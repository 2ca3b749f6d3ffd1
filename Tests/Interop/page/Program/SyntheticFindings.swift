import CredentialAudit
import Foundation

/// What was found on a credential that never was: most pass, and there is one of each trouble in
/// every hundred.
enum SyntheticFindings {
  static func pass(_ check: CheckID, _ evidence: Evidence = [:]) -> Finding {
    Finding(
      check: check, verdict: .pass, code: "ok", summary: "\(check.rawValue) is in order",
      evidence: evidence)
  }

  static let legacyHost = Finding(
    check: .authorityURL, verdict: .warning, code: "legacy-host",
    summary: "the authority's host is a former one: login.windows.net",
    cause: "It still answers, but new features and fixes go to the cloud's present host.",
    fix: "Write login.microsoftonline.com in its place.", evidence: ["host": "login.windows.net"])

  static func of(_ number: Int, started: Date) -> [Finding] {
    if number % 60 == 59 {
      return [
        Finding(
          check: .credentialSource, verdict: .skipped, code: "gone",
          summary: "the inventory no longer has it")
      ]
    }
    let request = "0b3c5d1e-7b0a-4d0e-9a3c-\(String(format: "%012d", number))"
    let passes = [
      pass(.credentialSource, ["source": "file /etc/credaudit/secrets/app-\(number)"]),
      pass(.credentialExpiry),
      pass(
        .credentialAcquisition,
        [
          "scope": "https://graph.microsoft.com/.default", "attempts": "1", "request_id": request,
          "expires_in": "3599s",
        ]),
      pass(
        .credentialToken,
        [
          "issuer": "https://sts.windows.net/00000000-0000-4000-8000-000000000000/",
          "audience": "https://graph.microsoft.com",
        ]),
    ]
    guard var trouble = trouble(number, started: started) else { return passes }
    if number % 100 == 4 {
      trouble.suppressed = SuppressionNote(
        reason: "replaced on 12 December, CHG-4411", owner: "jo@contoso.example",
        until: "2026-12-15")
    }
    return [trouble] + passes.filter { $0.check != trouble.check }
  }

  private static func trouble(_ number: Int, started: Date) -> Finding? {
    let past = FindingPast(
      since: started - Double(number % 9) * 86_400, isNew: number % 9 == 0)
    switch number % 100 {
    case 1, 51:
      return Finding(
        check: .credentialAcquisition, verdict: .critical, code: "AADSTS7000222",
        class: "credential_expired", summary: "the service refused: the secret has ended",
        cause: "The client secret that was sent ended on 2026-11-19.",
        fix: "Create a new secret for app-\(number / 2), store it, and remove the old one.",
        evidence: ["correlation_id": "0b3c5d1e-7b0a-4d0e-9a3c-1f2e3d4c5b6a", "attempts": "1"],
        past: past)
    case 2:
      return Finding(
        check: .credentialAcquisition, verdict: .unknown, code: "throttled",
        summary: "the service put us off with HTTP 429",
        cause: "Too many requests; the tenant is throttled or blocked for a while.",
        fix: "Run again later; lower network.rate where it happens every time.",
        evidence: ["status": "429"], retryable: true, past: past)
    case 3, 4, 27:
      return Finding(
        check: .credentialExpiry, verdict: .warning, code: "expires-soon",
        summary: "it ends on 2026-12-12, in 20 days", cause: "The credential ends soon.",
        fix: "Create a new one now and hand it to the application before this one ends.",
        past: past)
    default: return nil
    }
  }
}
