import CredentialAudit
import Foundation

/// How long something lasted, in the one unit that a person would say.
enum Lapse {
  static func words(from start: Date, to end: Date) -> String {
    let minutes = Int((max(0, end.timeIntervalSince(start)) / 60).rounded(.down))
    switch minutes {
    case ..<1: return "less than a minute"
    case ..<120: return minutes.of("minute")
    case ..<2_880: return (minutes / 60).of("hour")
    default: return (minutes / 1_440).of("day")
    }
  }
}
