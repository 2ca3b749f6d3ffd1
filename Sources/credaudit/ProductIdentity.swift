import EntraIdentity

extension ProductIdentity {
  /// How this tool names itself to a service.
  static let credaudit = ProductIdentity(
    sku: "credaudit", version: ToolVersion.text,
    userAgent: "credaudit/\(ToolVersion.text) EntraIdentity.Swift/\(ToolVersion.text)")
}
