import EntraIdentity

extension InventoryDraft {
  /// The draft as an inventory of its own, with nothing in it that is declared already.
  /// - Parameter inventory: The path of the inventory that it was compared with.
  /// - Returns: YAML, by lines that end with a line feed.
  package func document(beside inventory: String) -> String {
    var lines = [
      "# What the directory of \(PrintableText.clean(tenant.name)) has and "
        + "\(PrintableText.clean(inventory)) does not declare:",
      "# \(credentialCount.of("credential")) in "
        + "\((applications.count + additions.count).of("application")).",
      "# Every env and file below is a proposal: put each secret there, or write where it is.",
      "# 'credaudit validate' names what is still missing.",
      "version: 1",
      "tenants:",
      "  - name: " + YAMLWord.text(tenant.name),
      "    authority: " + YAMLWord.text(tenant.authority),
    ]
    if let kind = tenant.kind { lines.append("    kind: \(kind.rawValue)") }
    if let id = tenant.tenantID { lines.append("    tenant_id: \(id)") }
    let drafted = additions.map(DraftApplication.init) + applications
    if !drafted.isEmpty {
      lines.append("    applications:")
      lines += DraftText().lines(drafted, dash: 6)
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension DraftApplication {
  /// A declared application with nothing but what is new of it.
  fileprivate init(_ addition: InventoryDraft.Addition) {
    name = addition.application.name
    clientID = addition.clientID
    owner = nil
    credentials = addition.credentials
  }
}
