import CredentialAudit

/// How severe a result is (SARIF 2.1.0, section 3.27.10).
///
/// The format's own word for `unknown` is the kind `open`, and with it the level has to be `none`
/// (section 3.27.9): a result that most viewers hide and no gate stops. What could not be looked at
/// must never read as healthy, so it fails as an error and says `unknown` in text and properties.
enum SARIFLevel: String {
  case warning
  case error

  /// Nil for what is no result: passes and skips.
  init?(_ verdict: Verdict) {
    switch verdict {
    case .critical, .unknown: self = .error
    case .warning: self = .warning
    case .pass, .skipped: return nil
    }
  }
}
