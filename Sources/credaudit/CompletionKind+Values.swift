import ArgumentParser
import CredentialAudit
import EntraIdentity

/// What a shell offers where a value is expected. A file that is called otherwise can still be named.
extension CompletionKind {
  /// Inventories.
  static var inventory: CompletionKind { .file(extensions: ["yaml", "yml"]) }

  /// Histories.
  static var database: CompletionKind { .file(extensions: ["sqlite", "db"]) }

  /// Certificates in PEM.
  static var certificates: CompletionKind { .file(extensions: ["pem", "crt", "cer"]) }

  /// The words of a choice.
  static func words<Choice: RawRepresentable & CaseIterable>(
    of choice: Choice.Type
  ) -> CompletionKind where Choice.RawValue == String {
    .list(choice.allCases.map(\.rawValue))
  }

  /// What `explain` knows, but for the service's numbers, which are too many to choose from.
  static var codes: CompletionKind { .list(Explanation.words) }
}
