package import EntraIdentity

/// What is known of this machine's resolver of names.
package enum NameService: Sendable, Hashable {
  /// Nobody was asked; why.
  case notAsked(String)
  /// It was asked for a host's name and took so long.
  case asked(NameLookup.Outcome, took: Duration)

  /// For the auditor's block.
  package var text: String {
    switch self {
    case .notAsked(let reason): "not asked: \(reason)"
    case .asked(.found, let took): "works, in \(Self.milliseconds(took)) ms"
    case .asked(.failed(let words), let took): "fails, in \(Self.milliseconds(took)) ms: \(words)"
    case .asked(.late, let took): "fails: no answer in \(Self.milliseconds(took)) ms"
    }
  }

  private static func milliseconds(_ duration: Duration) -> Int64 {
    Int64((duration / .milliseconds(1)).rounded())
  }
}
