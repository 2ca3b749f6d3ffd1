import EntraIdentity

/// The `directory` of a tenant.
enum DirectoryForm {
  static let keys = ["as", "watch", "ignore"]

  /// - Parameters:
  ///   - field: The mapping.
  ///   - applications: Those of the tenant.
  ///   - authority: The tenant's, as written.
  ///   - kind: What the tenant says that it is.
  /// - Returns: Nil where nothing of it can be used.
  static func read(
    _ field: Field, of applications: [InventoryApplication], at authority: String?,
    _ kind: AuthorityKind?
  ) -> InventoryDirectory? {
    guard let fields = field.fields("a mapping of as and watch", known: keys) else { return nil }
    checkKind(of: authority, kind, field)
    let watch = fields["watch"]?.choice(InventoryDirectory.Watch.self) ?? .inventory
    let ignored = fields["ignore"].map { readIgnored($0, watch) } ?? []
    guard
      let reader = fields.required("as", hint: "the credential that reads: application/credential"),
      let text = reader.line("application/credential", limit: 2 * Name.limit + 1)
    else { return nil }
    check(reader, text, applications)
    return InventoryDirectory(reader: text, watch: watch, ignored: ignored)
  }

  /// Only Microsoft's own directories are read with Graph.
  private static func checkKind(of authority: String?, _ kind: AuthorityKind?, _ field: Field) {
    switch kind ?? authority.flatMap({ Authority.read($0, kind: nil).kind }) {
    case .adfs, .dsts, .oidc:
      field.report(
        .wrongKind, "Graph reads directories of Microsoft Entra, and this tenant is none",
        hint: "remove the key")
    case .entra, .b2c, .ciam, nil: break
    }
  }

  private static func readIgnored(_ field: Field, _ watch: InventoryDirectory.Watch) -> [Glob] {
    let patterns = field.lines("a client id, a display name, or a pattern of one") ?? []
    if watch == .inventory {
      field.report(
        .wrongKind,
        "ignore is for what watch: all finds, and only declared applications are looked at",
        hint: "write watch: all, or remove the key")
    }
    // Client ids are written in lower case where they are compared.
    return patterns.map { Glob(GUID.canonical($0) ?? $0) }
  }

  /// A name that leads nowhere would mean that the directory is never read.
  private static func check(
    _ field: Field, _ text: String, _ applications: [InventoryApplication]
  ) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      return field.report(
        .unknownCredential, "\(field.shown(text)) does not name a credential",
        hint: "write application/credential, both of this tenant")
    }
    guard let application = applications.first(where: { $0.name == parts[0] }) else {
      return field.report(
        .unknownCredential,
        "this tenant has no usable application \(PrintableText.quoted(parts[0]))",
        hint: Suggestion.hint(for: parts[0], among: applications.map(\.name)))
    }
    guard application.credentials.contains(where: { $0.name == parts[1] }) else {
      return field.report(
        .unknownCredential,
        "application \(PrintableText.quoted(parts[0])) has no usable credential "
          + PrintableText.quoted(parts[1]),
        hint: "write the name of one of its credentials")
    }
  }
}
