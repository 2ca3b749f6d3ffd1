/// What a directory called something that is met no more: its ids would tell nobody what it was.
package struct GoneNames: Sendable, Hashable {
  static let application = "last_application_name"
  static let credential = "last_credential_name"

  private var evidence: Evidence = [:]

  /// Of a subject without such names.
  package init() {}

  /// Takes from the evidence of one of the subject's last findings what it has of them.
  package mutating func take(_ found: Evidence, of check: CheckID) {
    switch check {
    case .directoryApplication: add(Self.application, found)
    case .directoryCredential: add(Self.credential, found)
    default: break
    }
  }

  /// Several findings may have it; they say the same.
  private mutating func add(_ name: String, _ found: Evidence) {
    guard evidence[name] == nil else { return }
    evidence.add(name, found["display_name"])
  }

  /// For the finding that says that it is gone.
  var items: [Evidence.Item] { evidence.items }
}
