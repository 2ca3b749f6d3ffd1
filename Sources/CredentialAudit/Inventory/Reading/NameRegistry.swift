/// The names that one place has given away. A name is an identity through time: two of one name
/// would share one history.
struct NameRegistry {
  private let noun: String
  private var places = TextTable<SourceLocation>()

  /// - Parameter noun: What is named, with its article.
  init(_ noun: String) {
    self.noun = noun
  }

  /// The `name` of a mapping, valid and not yet taken here.
  mutating func name(in fields: Fields) -> String? {
    guard let field = fields.required("name"), let name = field.name() else { return nil }
    guard let first = places[name] else {
      places.add(field.location, of: name)
      return name
    }
    let place =
      first.file == field.file.path
      ? "line \(first.line)" : "\(PrintableText.clean(first.file)), line \(first.line)"
    let which = field.path.isConfidential ? "this name" : "the name \(PrintableText.quoted(name))"
    field.report(
      .duplicateName, "\(which) is taken by \(noun) on \(place)", hint: "give each its own name")
    return nil
  }
}
