import Foundation

/// One entry of `credentials`.
enum CredentialForm {
  static let kinds = ["secret", "certificate", "federated", "managed_identity"]
  static let keys =
    ["name"] + kinds + ["expires", "tags", "runbook", "expect"] + InheritedSettings.keys

  /// What tenant and application say.
  struct Context {
    var settings: InheritedSettings
    var tags: [String]
    let scopesMayBeEmpty: Bool
    var runbook: String?
    var expectation = TokenExpectations()

    mutating func override(by fields: Fields) {
      settings.override(by: fields, scopesMayBeEmpty: scopesMayBeEmpty)
      for tag in fields["tags"]?.lines("a tag", limit: 64) ?? [] where !tags.contains(tag) {
        tags.append(tag)
      }
      if let link = fields["runbook"]?.runbook() { runbook = link }
      if let field = fields["expect"],
        let expect = field.fields("a mapping of roles and audience", known: ["roles", "audience"])
      {
        if let roles = expect["roles"]?.lines("a role") { expectation.roles = roles }
        if let line = expect["audience"]?.line("an audience") { expectation.audience = line }
      }
    }
  }

  static func read(
    _ field: Field, in application: Context, names: inout NameRegistry
  ) -> InventoryCredential? {
    guard let fields = field.fields("a credential", known: keys) else { return nil }
    let name = names.name(in: fields)
    var context = application
    context.override(by: fields)
    let kind = readKind(fields)
    let expires = fields["expires"].flatMap { readExpires($0, fields) }
    guard let name, let kind else { return nil }
    return InventoryCredential(
      name: name, kind: kind, expires: expires, thresholds: context.settings.thresholds,
      scopes: context.settings.scopes, expectation: context.expectation,
      owner: context.settings.owner, runbook: context.runbook, tags: context.tags,
      location: field.location, unknownFor: context.settings.unknownFor)
  }

  private static func readKind(_ fields: Fields) -> CredentialSource? {
    let written = kinds.filter { fields.has($0) }
    guard let word = written.first, written.count == 1, let field = fields[word] else {
      fields.field.report(
        .credentialKind,
        written.isEmpty
          ? "it is not said what this credential is"
          : "this credential is said to be " + written.joined(separator: " and "),
        hint: "write exactly one of \(kinds.joined(separator: ", "))")
      // What is written is still looked at, so that all problems are told at once.
      for word in written { _ = fields[word].flatMap { source(word, $0) } }
      return nil
    }
    return source(word, field)
  }

  private static func source(_ word: String, _ field: Field) -> CredentialSource? {
    switch word {
    case "secret": ReferenceForm.read(field, "a secret").map { .secret($0) }
    case "certificate": CertificateForm.read(field).map { .certificate($0) }
    case "federated": AssertionForm.read(field).map { .federated($0) }
    default: ManagedIdentityForm.read(field).map { .managedIdentity($0) }
    }
  }

  private static func readExpires(_ field: Field, _ fields: Fields) -> Date? {
    let date = field.instant()
    if fields.has("federated") || fields.has("managed_identity") {
      field.report(
        .wrongKind, "what is federated or a managed identity has no end of its own",
        hint: "remove the key")
    }
    return date
  }
}
