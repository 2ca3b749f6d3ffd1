import CredentialAudit
import EntraIdentity

/// The words of a life's events.
enum LifeWording {
  /// What happened.
  static func event(_ event: LifeEvent) -> String {
    let answer = told(event.step.new)
    switch event.step.change {
    case .gone: return "gone from the inventory"
    case .firstSeen: return (event.isReturn ? "back" : "first seen") + ", " + answer
    case .recovered: return "recovered"
    case .rotated:
      let what = event.rotation.map(rotation) ?? ""
      return "rotated, \(answer)" + (what.isEmpty ? "" : ": \(what)")
    case .worse, .better, .unchanged: return answer
    }
  }

  /// What it was before, and for how long; nothing where nothing was known.
  static func before(_ event: LifeEvent) -> String {
    guard let old = event.step.old else { return "" }
    let lapse = event.oldSince.map { " for " + Lapse.words(from: $0, to: event.step.at) }
    return answer(old) + (lapse ?? "")
  }

  /// `critical AADSTS7000222`; a pass needs no code.
  static func answer(_ answer: LifeChange.Answer) -> String {
    answer.verdict == .pass ? "pass" : "\(answer.verdict.rawValue) \(answer.code)"
  }

  /// What is another on the credential.
  static func rotation(_ rotation: Rotation) -> String {
    [
      rotation.thumbprintSHA256.map { "thumbprint \($0.old.prefix(8)) → \($0.new.prefix(8))" },
      rotation.expiresAt.map { "end \($0.old.utcDay) → \($0.new.utcDay)" },
      rotation.source.map { "source \($0.old) → \($0.new)" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  private static func told(_ answer: LifeChange.Answer) -> String {
    switch answer.verdict {
    case .pass: "pass"
    case .skipped: "not looked at: \(answer.code)"
    case .unknown: "could not be looked at: \(answer.code)"
    case .warning: "warned: \(answer.code)"
    case .critical:
      isRefusal(answer.code) ? "refused with \(answer.code)" : "critical: \(answer.code)"
    }
  }

  /// Whether the service said no, and not one of our checks.
  private static func isRefusal(_ code: String) -> Bool {
    code.hasPrefix("AADSTS") || code.hasPrefix("AADB2C")
      || OAuthErrorMeaning.meaning(of: code) != nil
  }
}
