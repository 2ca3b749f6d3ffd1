/// A `managed_identity`.
enum ManagedIdentityForm {
  static let kinds = ["system", "client_id", "resource_id", "object_id"]

  static func read(_ field: Field) -> ManagedIdentityReference? {
    if case .scalar("system", _) = field.node.content { return .system }
    if case .scalar = field.node.content, !field.node.isNothing {
      field.report(
        .choice, "this does not say which managed identity is meant",
        hint: "write system, {client_id: …}, {resource_id: …} or {object_id: …}")
      return nil
    }
    guard
      let fields = field.fields(
        "a mapping of system, client_id, resource_id or object_id", known: kinds)
    else { return nil }
    let written = kinds.filter { fields.has($0) }
    guard let word = written.first, written.count == 1, let value = fields[word] else {
      if !written.isEmpty || fields.entries.isEmpty {
        field.report(
          .referenceKind, "exactly one managed identity is meant",
          hint: "write one of \(kinds.joined(separator: ", "))")
      }
      return nil
    }
    switch word {
    case "client_id": return value.guid().map { .clientID($0) }
    case "object_id": return value.guid().map { .objectID($0) }
    case "resource_id": return resource(value)
    default: return system(value)
    }
  }

  private static func system(_ field: Field) -> ManagedIdentityReference? {
    guard let value = field.boolean() else { return nil }
    if !value { field.report(.boolean, "system is true or not written") }
    return value ? .system : nil
  }

  private static func resource(_ field: Field) -> ManagedIdentityReference? {
    guard let text = field.line("an Azure resource id", limit: 2_048) else { return nil }
    guard text.lowercased().hasPrefix("/subscriptions/") else {
      field.report(
        .text, "this is not an Azure resource id", hint: "it starts with /subscriptions/")
      return nil
    }
    return .resourceID(text)
  }
}
