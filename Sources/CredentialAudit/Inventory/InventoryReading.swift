import Crypto
import Foundation

/// One reading of an inventory: what is found so far, over all files.
struct InventoryReading {
  static let keys = [
    "version", "defaults", "network", "production_tags", "tenants", "suppressions", "include",
  ]
  static let includedKeys = ["version", "tenants", "suppressions"]

  private let now: Date
  private let path: String
  private let replacement: FileReplacement?
  private let log = ProblemLog()
  private var hash = SHA256()
  private var network = NetworkSettings()
  private var tenants: [InventoryTenant] = []
  private var tenantCount = 0
  private var tenantNames = NameRegistry("a tenant")
  private var suppressions: [InventorySuppression] = []
  private var productionTags = ProductionTags()
  private var includes: [Field] = []
  private var files: [String] = []
  private var folders: [String] = []
  /// Known before the tenants are read, or the built-in ones.
  var defaults: InheritedSettings?
  /// Set where `defaults` was met after tenants that should have known it.
  private(set) var lateDefaults: InheritedSettings?

  init(now: Date, path: String, _ replacement: FileReplacement? = nil) {
    self.now = now
    self.path = path
    self.replacement = replacement
  }

  /// Reads the first file.
  mutating func readFirst(_ bytes: [UInt8]) {
    read(bytes, path: path, isIncluded: false)
  }

  private mutating func read(_ bytes: [UInt8], path: String, isIncluded: Bool) {
    let file = InventoryFile(path: path, log: log)
    log.begin(path)
    files.append(path)
    hash.update(data: bytes)
    var hasVersion = isIncluded
    do throws(YAMLProblem) {
      try YAMLDocument.read(bytes, streamed: "tenants") { part in
        switch part {
        case .problem(let problem): file.report(problem)
        case .list: break
        case .item(let index, let node):
          readTenant(
            Field(node: node, path: .index(.key(.root, "tenants"), index), file: file))
        case .entry(let entry):
          if entry.key == "version" { hasVersion = true }
          readEntry(entry, of: file, isIncluded: isIncluded)
        case .other(let node):
          hasVersion = true
          readOther(node, of: file, isIncluded: isIncluded)
        }
      }
      if !hasVersion {
        file.report(
          YAMLProblem(
            .missingKey, at: .start, "\"version\" is missing", hint: "start with version: 1"))
      }
    } catch {
      file.report(error)
    }
  }

  private func readOther(_ node: YAMLNode?, of file: InventoryFile, isIncluded: Bool) {
    // An included file that is empty adds nothing, as a wildcard without matches does.
    if node?.isNothing ?? true, isIncluded { return }
    file.report(
      YAMLProblem(
        .wrongType, at: node?.position ?? .start,
        node.map { "an inventory is a mapping, not \($0.noun)" } ?? "the file is empty",
        hint: "start with version: 1 and tenants:"))
  }

  private mutating func readTenant(_ field: Field) {
    tenantCount += 1
    if let tenant = TenantForm.read(
      field, defaults: defaults ?? InheritedSettings(), names: &tenantNames)
    {
      tenants.append(tenant)
    }
  }

  private mutating func readEntry(_ entry: YAMLEntry, of file: InventoryFile, isIncluded: Bool) {
    let known = isIncluded ? Self.includedKeys : Self.keys
    guard known.contains(entry.key) else { return refuse(entry, of: file, isIncluded: isIncluded) }
    let field = Field(node: entry.value, path: .key(.root, entry.key), file: file)
    switch entry.key {
    case "version": checkVersion(field)
    case "defaults": readDefaults(field)
    case "network": network = NetworkForm.read(field)
    case "production_tags": productionTags = ProductionTagsForm.read(field)
    case "tenants":
      for item in field.items("a list of tenants") ?? [] { readTenant(item) }
    case "suppressions":
      for item in field.items("a list of suppressions") ?? [] {
        if let suppression = SuppressionForm.read(item, now: now) {
          suppressions.append(suppression)
        }
      }
    default: includes = field.items("a list of paths") ?? []
    }
  }

  private func refuse(_ entry: YAMLEntry, of file: InventoryFile, isIncluded: Bool) {
    guard isIncluded, Self.keys.contains(entry.key) else {
      let known = isIncluded ? Self.includedKeys : Self.keys
      return Fields.reportUnknown(entry, known: known, path: .root, file: file)
    }
    file.report(
      YAMLProblem(
        .includeContent, at: entry.keyPosition,
        "\"\(entry.key)\" belongs into the first file, not into an included one",
        hint: "an included file holds tenants and suppressions"))
  }

  private func checkVersion(_ field: Field) {
    guard let text = field.plainText("1"), text != "1" else { return }
    field.report(
      .version, "version \(PrintableText.quoted(text)) is not known", hint: "write version: 1")
  }

  private mutating func readDefaults(_ field: Field) {
    guard let fields = field.fields("a mapping of defaults", known: InheritedSettings.keys) else {
      return
    }
    var settings = InheritedSettings()
    settings.override(by: fields, scopesMayBeEmpty: false)
    if tenantCount > 0, defaults == nil { lateDefaults = settings }
    defaults = settings
  }

  /// Reads what `include` names, each file once.
  mutating func readIncludes() {
    var read = Set([RealPath.of(path) ?? path])
    for field in includes {
      guard let pattern = field.filePath() else { continue }
      guard let matches = IncludePattern(pattern: pattern).find() else {
        field.report(
          .includeMissing,
          "\(PrintableText.quoted(pattern, limit: 200)) is not there, or cannot be looked into",
          hint: "the path is relative to this file")
        continue
      }
      folders += matches.folders
      for file in matches.files {
        let real = RealPath.of(file) ?? file
        if real == RealPath.of(path) ?? path {
          field.report(
            .includeLoop, "this includes the file that it stands in",
            hint: "put what is included into a folder of its own")
        } else if read.insert(real).inserted {
          readIncluded(file, named: field)
        }
      }
    }
  }

  private mutating func readIncluded(_ path: String, named field: Field) {
    if let replacement, replacement.path == path {
      return read(replacement.bytes, path: path, isIncluded: true)
    }
    switch FileReader().read(path, limit: InventoryLoader.sizeLimit) {
    case .success(let contents): read(contents.bytes, path: path, isIncluded: true)
    case .failure(let problem):
      field.report(.unreadableFile, problem.detail, hint: problem.hint)
    }
  }

  /// The inventory, or everything that is wrong with it.
  func finish() throws(InventoryProblems) -> Inventory {
    if tenantCount == 0, log.isEmpty {
      log.report(
        InventoryProblem(
          location: SourceLocation(file: path, line: 1, column: 1), code: .empty,
          message: "no tenant is named, so that nothing would be looked at",
          hint: "write tenants:, or include files that do"))
    }
    guard log.isEmpty else { throw InventoryProblems(log.sorted) }
    return Inventory(
      path: path,
      sha256: hash.finalize().text, network: network,
      unknownFor: defaults?.unknownFor ?? Days(3), tenants: tenants, suppressions: suppressions,
      productionTags: productionTags,
      files: files, folders: folders)
  }
}
