package import CredentialAudit

/// Colour for a terminal, or none for a pipe: ten ANSI sequences need no library.
package struct Style: Sendable, Hashable {
  /// Whether anything is coloured.
  package let isOn: Bool

  /// - Parameter isOn: To be decided by the command: a terminal, and no `NO_COLOR`.
  package init(isOn: Bool) {
    self.isOn = isOn
  }

  /// Without colour.
  package static let plain = Style(isOn: false)

  package func bold(_ text: String) -> String { wrapped("1", text) }
  package func dim(_ text: String) -> String { wrapped("2", text) }

  /// In the colour of a verdict.
  package func verdict(_ verdict: Verdict, _ text: String) -> String {
    switch verdict {
    case .critical: wrapped("1;31", text)
    case .unknown: wrapped("1;35", text)
    case .warning: wrapped("1;33", text)
    case .pass: wrapped("32", text)
    case .skipped: wrapped("2", text)
    }
  }

  private func wrapped(_ code: String, _ text: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
