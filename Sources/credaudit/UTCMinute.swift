import CredentialAudit
import Foundation

extension Date {
  /// `2026-11-18 11:06`, in UTC as everything else.
  var utcMinute: String {
    String(rfc3339.prefix(16)).replacing("T", with: " ")
  }
}
