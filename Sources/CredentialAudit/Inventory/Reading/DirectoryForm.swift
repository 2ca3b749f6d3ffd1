/// The `directory` of a tenant.
enum DirectoryForm {
  static func read(_ field: Field, of applications: [InventoryApplication]) -> InventoryDirectory? {
    guard
      let fields = field.fields("a mapping of as and watch", known: ["as", "watch"])
    else { return nil }
    let watch = fields["watch"]?.choice(InventoryDirectory.Watch.self)
    guard
      let reader = fields.required("as", hint: "the credential that reads: application/credential"),
      let text = reader.line("application/credential", limit: 2 * Name.limit + 1)
    else { return nil }
    check(reader, text, applications)
    return InventoryDirectory(reader: text, watch: watch ?? .inventory)
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
          + PrintableText.quoted(parts[1]))
    }
  }
}
