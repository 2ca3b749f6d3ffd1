import EntraIdentity

/// What `defaults` says and every level below may say otherwise.
struct InheritedSettings {
  static let keys = ["scopes", "expiry", "unknown_for", "owner"]

  var scopes: [Scope]?
  var thresholds = ExpiryThresholds()
  var unknownFor = Days(3)
  var owner: String?

  /// Takes over what a level says. Only a generic issuer gives tokens without a scope, so only there
  /// `scopes: []` may be written: elsewhere nothing would be asked for, and nothing found wrong.
  mutating func override(by fields: Fields, scopesMayBeEmpty mayBeEmpty: Bool) {
    if let field = fields["scopes"], let items = field.items("a list of scopes") {
      if items.isEmpty, !mayBeEmpty {
        field.report(
          .scope, "no scope is written, and only a generic issuer gives tokens for none",
          hint: "remove the key for the cloud's own Graph")
      }
      scopes = Self.scopes(items)
    }
    if let field = fields["expiry"] { thresholds = Self.thresholds(field, over: thresholds) }
    if let days = fields["unknown_for"]?.days(0...3_650) { unknownFor = days }
    if let line = fields["owner"]?.line("who answers for it") { owner = line }
  }

  private static func scopes(_ items: [Field]) -> [Scope] {
    var result: [Scope] = []
    for item in items {
      guard let text = item.text("a scope") else { continue }
      guard text.utf8.count <= 1_024, let scope = Scope(text) else {
        item.report(
          .scope, "\(item.shown(text)) is not a scope",
          hint: "one scope for each item, such as https://graph.microsoft.com/.default")
        continue
      }
      if !result.contains(scope) { result.append(scope) }
    }
    return result
  }

  private static func thresholds(
    _ field: Field, over inherited: ExpiryThresholds
  ) -> ExpiryThresholds {
    guard
      let fields = field.fields(
        "a mapping of warning, critical and max_lifetime",
        known: ["warning", "critical", "max_lifetime"])
    else { return inherited }
    var result = inherited
    if let days = fields["warning"]?.days(0...36_500) { result.warning = days }
    if let days = fields["critical"]?.days(0...36_500) { result.critical = days }
    if let days = fields["max_lifetime"]?.days(1...36_500) { result.maxLifetime = days }
    if result.critical > result.warning {
      field.report(
        .duration,
        "critical (\(result.critical.count)d) comes before warning (\(result.warning.count)d)",
        hint: "warning is the longer of the two; what is not written here is inherited")
    }
    return result
  }
}
