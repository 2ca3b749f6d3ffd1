import Mustache

/// What a template is filled with. Text gets in only by way of `HTMLText`, so no value can reach a
/// page that was not cleaned; the template escapes it.
struct TemplateValues: MustacheParent {
  /// A name without a value. It stops the look-up, which else would climb and take the value of
  /// the same name from the row around.
  private struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }

  private var values: [String: Any] = [:]

  mutating func set(
    _ name: String, _ text: String?, maximum: Int = PrintableText.maximum
  ) {
    values[name] = text.map { HTMLText.clean($0, maximum: maximum) as Any } ?? Absent()
  }

  mutating func set(_ name: String, _ number: Int) {
    values[name] = String(number)
  }

  mutating func set(_ name: String, _ flag: Bool) {
    values[name] = flag
  }

  /// A section's repetitions; also sets `has_NAME`.
  mutating func set(_ name: String, _ list: [TemplateValues]) {
    values[name] = list
    values["has_\(name)"] = !list.isEmpty
  }

  func child(named: String) -> Any? {
    values[named]
  }
}
