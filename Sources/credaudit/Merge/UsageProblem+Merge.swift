import AuditStore
import CredentialAudit
import EntraIdentity

extension UsageProblem {
  /// A file that cannot be merged.
  init(_ refusal: MergeRefusal) {
    let path = refusal.path.cleaned(maximum: 200)
    switch refusal.reason {
    case .isTarget:
      self.init(
        "'\(path)' is the database that the others are to be merged into; nothing was merged",
        hint: "leave it out, or name another one by --database")
    case .unusable(let error):
      self.init("\(error.message); nothing was merged", hint: Self.cure(of: error.kind))
    }
  }

  private static func cure(of kind: StoreError.Kind) -> String {
    switch kind {
    case .newerSchema, .unknownWord:
      "merge with the version of credaudit that wrote it, or a later one"
    case .notADatabase: "name the databases that 'credaudit audit --database' wrote"
    case .corrupt:
      "copy it again once no run is under way on it, with its -wal file where there is one"
    case .permission: "run as a user who may read it"
    default: "look at where it is; it must be a file that this user may read"
    }
  }
}
