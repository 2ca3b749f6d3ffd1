import EntraIdentity

extension InventoryDraft {
  /// Writes the draft as an inventory of its own, with nothing in it that is declared already.
  ///
  /// It is told application by application: the text of a large directory is several times as large
  /// as what it is made of.
  /// - Parameters:
  ///   - inventory: The path of the inventory that it was compared with.
  ///   - sink: Takes YAML, in whole lines that end with a line feed.
  /// - Throws: What the sink throws.
  package func write<Failure: Error>(
    beside inventory: String, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var head = [
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
    if let kind = tenant.kind { head.append("    kind: \(kind.rawValue)") }
    if let id = tenant.tenantID { head.append("    tenant_id: \(id)") }
    if !isEmpty { head.append("    applications:") }
    try sink(Self.text(head))
    let text = DraftText()
    for addition in additions {
      try sink(Self.text(text.lines([DraftApplication(addition)], dash: 6)))
    }
    for application in applications {
      try sink(Self.text(text.lines([application], dash: 6)))
    }
  }

  private static func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
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
