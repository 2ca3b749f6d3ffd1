/// Where in an inventory file a tenant's applications and credentials stand, and where more of them go.
struct InventoryPlaces {
  private let tenant: InventoryTenant
  private let source: SourceText
  private let node: YAMLLayout
  /// By where they begin.
  private let applications: [YAMLPosition: YAMLLayout]
  /// Anchors of what aliases and merges bring to other places, which would grow too.
  private let repeated: Set<String>

  init(of tenant: InventoryTenant, in bytes: [UInt8], at path: String) throws(UpdateProblem) {
    self.tenant = tenant
    source = SourceText(bytes: bytes)
    let root: YAMLLayout?
    do throws(YAMLProblem) {
      root = try YAMLLayout.read(bytes)
    } catch {
      throw UpdateProblem(
        "\(PrintableText.quoted(path, limit: 200)) is not YAML any more: \(error.message)",
        hint: "line \(error.position.line)")
    }
    let tenants = root?.entry("tenants")?.value.items ?? []
    guard let found = tenants.first(where: { $0.isAt(tenant.location) }),
      // What stands there now may be another one: somebody may have been at the file.
      found.entry("name").map({ ($0.value.text ?? tenant.name) == tenant.name }) ?? true
    else {
      throw UpdateProblem(
        "tenant \(PrintableText.quoted(tenant.name)) is not written out in "
          + PrintableText.quoted(path, limit: 200),
        hint: "name the file that it stands in: \(PrintableText.clean(tenant.location.file))")
    }
    node = found
    repeated = root?.repeated ?? []
    applications = Dictionary(
      (found.entry("applications")?.value.items ?? []).map { ($0.position, $0) }
    ) { first, _ in first }
  }

  /// New applications, behind the tenant's last one.
  func insertion(of applications: [DraftApplication]) throws(UpdateProblem) -> InventoryInsertion {
    let what = "the applications of \(PrintableText.quoted(tenant.name))"
    guard let entry = node.entry("applications") else {
      throw UpdateProblem(
        "\(what) are not written out where it stands",
        hint: "a merge brings them: add to what it repeats by hand")
    }
    try check(entry.value, of: what)
    let list = try list(entry, of: what)
    var indentation = list.indentation
    indentation.list = listIndentation
    return insertion(behind: list) { dash in
      DraftText(indentation).lines(applications, dash: dash)
    }
  }

  /// New credentials, behind the last one of an application that is declared.
  func insertion(of addition: InventoryDraft.Addition) throws(UpdateProblem) -> InventoryInsertion {
    let name = PrintableText.quoted(addition.application.name)
    guard
      let application = applications[YAMLPosition(addition.application.location)],
      let entry = application.entry("credentials")
    else {
      throw UpdateProblem(
        "the credentials of \(name) are not written out where it stands",
        hint: "an alias or a merge brings them: add to what it repeats by hand")
    }
    try check(entry.value, of: "the credentials of \(name)")
    let list = try list(entry, of: "the credentials of \(name)")
    return insertion(behind: list) { dash in
      DraftText(list.indentation).lines(addition.credentials, dash: dash)
    }
  }

  // MARK: Lists

  /// A list that is written line by line.
  private struct Lines {
    /// The column of its dashes, from 0.
    let dash: Int
    let indentation: DraftText.Indentation
    let end: Int
  }

  private func insertion(
    behind list: Lines, _ text: (Int) -> [String]
  ) -> InventoryInsertion {
    let lineEnd = source.lineEnd(after: source.offset(ofCharacter: list.end))
    let end = source.end(ofCommentsAt: lineEnd, rightOf: list.dash)
    return InventoryInsertion(text(list.dash), at: end, in: source)
  }

  /// A list that an alias repeats as a whole would grow there too.
  private func check(_ list: YAMLLayout, of what: String) throws(UpdateProblem) {
    if isRepeated(list) { throw Self.repetition(of: what, list) }
  }

  /// Why an application's credentials may stand somewhere else too: an alias or a merge brings all that
  /// it has there, unless it says otherwise itself.
  /// - Parameter application: One that is declared.
  /// - Returns: Nil where nothing repeats it.
  func doubt(about application: InventoryApplication) -> UpdateProblem? {
    guard let node = applications[YAMLPosition(application.location)], isRepeated(node) else {
      return nil
    }
    return Self.repetition(
      of: "the credentials of \(PrintableText.quoted(application.name))", node)
  }

  private func isRepeated(_ node: YAMLLayout) -> Bool {
    node.anchor.map(repeated.contains) ?? false
  }

  private static func repetition(of what: String, _ node: YAMLLayout) -> UpdateProblem {
    UpdateProblem(
      "\(what) are repeated elsewhere by the anchor on line \(node.position.line), where what is new "
        + "would stand too",
      hint: "write out what the other place repeats, or put the draft in by hand")
  }

  private func list(_ entry: YAMLLayout.Entry, of what: String) throws(UpdateProblem) -> Lines {
    let line = entry.keyPosition.line
    switch entry.value.content {
    case .sequence(let items, isFlow: false):
      guard let first = items.first, let last = items.last,
        let dash = source.dashColumn(ofItemAt: first.position)
      else { break }
      let step = Int(first.position.column) - 1 - dash
      return Lines(
        dash: dash,
        indentation: DraftText.Indentation(item: (2...8).contains(step) ? step : 2),
        end: last.end)
    case .sequence(_, isFlow: true):
      throw UpdateProblem(
        "\(what) are written in brackets (line \(line)), where nothing can be added without touching "
          + "that line",
        hint: "write each of them on lines of its own that begin with '- ', or put the draft in by "
          + "hand")
    case .scalar, .alias, .mapping: break
    }
    throw UpdateProblem(
      "\(what) are not written out on line \(line)",
      hint: "an alias brings them: add to what it repeats by hand")
  }

  /// How far the dashes of credentials stand to the right of their key, as this file has it.
  private var listIndentation: Int {
    for application in node.entry("applications")?.value.items ?? [] {
      guard let entry = application.entry("credentials"), let first = entry.value.items?.first,
        case .sequence(_, isFlow: false) = entry.value.content,
        let dash = source.dashColumn(ofItemAt: first.position)
      else { continue }
      let step = dash - (Int(entry.keyPosition.column) - 1)
      return (0...8).contains(step) ? step : 2
    }
    return 2
  }
}

extension YAMLPosition {
  fileprivate init(_ location: SourceLocation) {
    self.init(line: Int32(clamping: location.line), column: Int32(clamping: location.column))
  }
}

extension YAMLLayout {
  /// Whether this is what a location of the inventory is about.
  fileprivate func isAt(_ location: SourceLocation) -> Bool {
    position == YAMLPosition(location)
  }
}
